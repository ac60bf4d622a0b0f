"""The vocabularies that the data speak: prefixes, and one constant for each term."""

from pyoxigraph import NamedNode

from ibidem.iri import ONTOLOGY

PREFIXES: tuple[tuple[str, str], ...] = (
    ("adms", "http://www.w3.org/ns/adms#"),
    ("biro", "http://purl.org/spar/biro/"),
    ("c4o", "http://purl.org/spar/c4o/"),
    ("cito", "http://purl.org/spar/cito/"),
    ("crm", "http://www.cidoc-crm.org/cidoc-crm/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("fabio", "http://purl.org/spar/fabio/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("frbr", "http://purl.org/vocab/frbr/core#"),
    ("ibidem", ONTOLOGY),
    ("locedtf", "http://id.loc.gov/datatypes/edtf/"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prism", "http://prismstandard.org/namespaces/basic/2.0/"),
    ("pro", "http://purl.org/spar/pro/"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "https://schema.org/"),
    ("sh", "http://www.w3.org/ns/shacl#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("vann", "http://purl.org/vocab/vann/"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("void", "http://rdfs.org/ns/void#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
)
"""Every prefix that dumps and contexts use, in alphabetical order; none is the local name of a property."""

_NAMESPACES = dict(PREFIXES)


def term(name: str) -> NamedNode:
    """Give the term of a prefixed name, `cito:Citation`; raise KeyError for an unknown prefix."""
    prefix, _, local = name.partition(":")
    return NamedNode(_NAMESPACES[prefix] + local)


A = term("rdf:type")

XSD_ANY_URI = term("xsd:anyURI")
XSD_DATE = term("xsd:date")
XSD_DECIMAL = term("xsd:decimal")
XSD_INTEGER = term("xsd:integer")
XSD_NON_NEGATIVE_INTEGER = term("xsd:nonNegativeInteger")
EDTF = term("locedtf:EDTF")

# Papers, works and what stands between them
RESEARCH_PAPER = term("fabio:ResearchPaper")
WORK = term("fabio:Work")
CREATIVE_WORK = term("schema:CreativeWork")
EXPRESSION = term("fabio:Expression")
EXCERPT = term("fabio:Excerpt")
REFERENCE_POINTER = term("c4o:InTextReferencePointer")
BIBLIOGRAPHIC_REFERENCE = term("biro:BibliographicReference")
CITATION = term("cito:Citation")
DENOTES = term("c4o:denotes")
REFERENCES = term("biro:references")
HAS_CITING_ENTITY = term("cito:hasCitingEntity")
HAS_CITED_ENTITY = term("cito:hasCitedEntity")
CHARACTERIZATION = term("cito:hasCitationCharacterization")
PART_OF = term("frbr:partOf")
REALIZATION_OF = term("frbr:realizationOf")
ROLE_IN_TIME = term("pro:RoleInTime")
IS_DOCUMENT_CONTEXT_FOR = term("pro:isDocumentContextFor")
IS_HELD_BY = term("pro:isHeldBy")
WITH_ROLE = term("pro:withRole")
AUTHOR = term("pro:author")
EDITOR = term("pro:editor")
TRANSLATOR = term("pro:translator")
VOLUME = term("prism:volume")
ISSUE = term("prism:issueIdentifier")
PRISM_NUMBER = term("prism:number")
PAGE_RANGE = term("prism:pageRange")
EDITION = term("prism:edition")
DOI = term("prism:doi")
ISBN = term("prism:isbn")
SERIES = term("ibidem:series")
FABIO_URL = term("fabio:hasURL")
ACCESS_DATE = term("fabio:hasAccessDate")
ITEM_LOCATION = term("schema:itemLocation")
GENRE = term("schema:genre")
NOTE = term("skos:note")
PLACE_OF_PUBLICATION = term("fabio:hasPlaceOfPublication")
REFERENCE = term("ibidem:reference")
NUMBER = term("ibidem:number")
SECTION = term("ibidem:section")
SEQUENCE = term("schema:position")
KIND = term("ibidem:kind")
FORM = term("ibidem:form")
POSITION = term("ibidem:position")
ANTECEDENT = term("ibidem:antecedent")
RESOLVED = term("ibidem:resolved")
LOCATOR = term("ibidem:locator")
VIA = term("ibidem:via")
SIGNAL = term("ibidem:signal")
SHA256 = term("schema:sha256")

# Dublin Core, SKOS, FOAF, RDFS
TITLE = term("dcterms:title")
CREATOR = term("dcterms:creator")
PUBLISHER = term("dcterms:publisher")
LANGUAGE = term("dcterms:language")
RIGHTS = term("dcterms:rights")
LICENSE = term("dcterms:license")
HAS_PART = term("dcterms:hasPart")
IS_PART_OF = term("dcterms:isPartOf")
ALTERNATIVE = term("dcterms:alternative")
SUBJECT = term("dcterms:subject")
DC_DATE = term("dcterms:date")
DC_TYPE = term("dcterms:type")
CONCEPT = term("skos:Concept")
PREF_LABEL = term("skos:prefLabel")
ALT_LABEL = term("skos:altLabel")
DEFINITION = term("skos:definition")
NOTATION = term("skos:notation")
COMMENT = term("rdfs:comment")
FOAF_PERSON = term("foaf:Person")
FOAF_ORGANIZATION = term("foaf:Organization")
FOAF_NAME = term("foaf:name")
FAMILY_NAME = term("foaf:familyName")
GIVEN_NAME = term("foaf:givenName")
SCHEMA_PLACE = term("schema:Place")
SAME_AS = term("schema:sameAs")
IDENTIFIER_CLASS = term("adms:Identifier")

# The dataset (DCAT, VoID, vCard)
DATASET = term("dcat:Dataset")
VOID_DATASET = term("void:Dataset")
DESCRIPTION = term("dcterms:description")
CREATED = term("dcterms:created")
ISSUED = term("dcterms:issued")
MODIFIED = term("dcterms:modified")
KEYWORD = term("dcat:keyword")
LANDING_PAGE = term("dcat:landingPage")
VERSION = term("dcat:version")
CONTACT_POINT = term("dcat:contactPoint")
VOCABULARY = term("void:vocabulary")
URI_SPACE = term("void:uriSpace")
FOAF_AGENT = term("foaf:Agent")
VCARD_KIND = term("vcard:Kind")
FORMATTED_NAME = term("vcard:fn")
HAS_EMAIL = term("vcard:hasEmail")
HAS_URL = term("vcard:hasURL")

# The story told
ACTOR = term("ibidem:Actor")
PERSON = term("ibidem:Person")
STATE = term("ibidem:State")
INTERNATIONAL_ORGANISATION = term("ibidem:InternationalOrganisation")
POLITICAL_PARTY = term("ibidem:PoliticalParty")
ARMED_GROUP = term("ibidem:ArmedGroup")
MILITARY_UNIT = term("ibidem:MilitaryUnit")
GOVERNMENT_BODY = term("ibidem:GovernmentBody")
PEOPLE = term("ibidem:People")
ROLE = term("ibidem:Role")
QUOTATION = term("ibidem:Quotation")
TREATY = term("ibidem:Treaty")
PARTICIPATION = term("ibidem:Participation")
PROVISION = term("ibidem:Provision")
EVENT = term("ibidem:Event")
CLAIM = term("ibidem:Claim")
DATE_CLASS = term("ibidem:Date")
AUTHORITY = term("ibidem:Authority")
HOLDS_ROLE_IN_TIME = term("pro:holdsRoleInTime")
RELATES_TO_ENTITY = term("pro:relatesToEntity")
OF_PRINTED = term("ibidem:ofPrinted")
FORMER = term("ibidem:former")
DATE = term("ibidem:date")
LOCATION = term("schema:location")
CATEGORY = term("ibidem:category")
MARKS = term("ibidem:marks")
SPEAKER = term("ibidem:speaker")
SPEAKER_ROLE = term("ibidem:speakerRole")
ADDRESSEE = term("ibidem:addressee")
OCCASION = term("ibidem:occasion")
SUPPORTED_BY = term("ibidem:supportedBy")
PARTICIPANT = term("ibidem:participant")
CAPACITY = term("ibidem:capacity")
ACT = term("ibidem:act")
ARTICLE = term("ibidem:article")
CITES = term("cito:cites")
TREATY_STATUS = term("schema:creativeWorkStatus")
VALUE = term("schema:value")
UNIT = term("schema:unitText")
BOUND = term("ibidem:bound")
ABOUT = term("schema:about")
EDTF_STRING = term("ibidem:edtf")
EARLIEST = term("ibidem:earliest")
LATEST = term("ibidem:latest")
IDENTIFIER = term("adms:identifier")
SCHEME = term("adms:schemaAgency")
METHOD = term("ibidem:method")
CONFIDENCE = term("ibidem:confidence")

# Evidence and provenance
ANNOTATION = term("oa:Annotation")
QUOTE_SELECTOR = term("oa:TextQuoteSelector")
POSITION_SELECTOR = term("oa:TextPositionSelector")
FRAGMENT_SELECTOR = term("oa:FragmentSelector")
XPATH_SELECTOR = term("oa:XPathSelector")
HAS_BODY = term("oa:hasBody")
HAS_TARGET = term("oa:hasTarget")
HAS_SOURCE = term("oa:hasSource")
HAS_SELECTOR = term("oa:hasSelector")
CONFORMS_TO = term("dcterms:conformsTo")
MEMBER = term("ibidem:member")
RDF_VALUE = term("rdf:value")
EXACT = term("oa:exact")
PREFIX = term("oa:prefix")
SUFFIX = term("oa:suffix")
START = term("oa:start")
END = term("oa:end")
READING = term("ibidem:reading")
BLOCK = term("ibidem:block")
GENERATED_BY = term("prov:wasGeneratedBy")
ASSOCIATED_WITH = term("prov:wasAssociatedWith")
AGENT = term("prov:Agent")
SOFTWARE_AGENT = term("prov:SoftwareAgent")
ENTITY = term("prov:Entity")
ACTIVITY = term("prov:Activity")
INVALIDATED_BY = term("prov:wasInvalidatedBy")
IS_REPLACED_BY = term("dcterms:isReplacedBy")
STATUS = term("adms:status")
SOFTWARE_VERSION = term("schema:softwareVersion")
RULE = term("ibidem:Rule")
DECISION = term("ibidem:Decision")
ACTION = term("ibidem:action")
CHANGE = term("ibidem:change")
FINDING = term("ibidem:Finding")
FOCUS_NODE = term("sh:focusNode")
RESULT_SEVERITY = term("sh:resultSeverity")
RESULT_MESSAGE = term("sh:resultMessage")
VIOLATION = term("sh:Violation")
WARNING = term("sh:Warning")
