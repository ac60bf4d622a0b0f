from ibidem.publish.site.schema_org import schema_org
from published import Publication
from sources import source_of


def test_an_entity_is_described_as_the_crosswalk_says_with_names_for_what_it_points_to(
    publication: Publication,
) -> None:
    source = source_of(publication)
    said = schema_org(source, f"{source.base}sethi-2017/quotation/trump-card")
    assert said["@type"] == "Quotation"
    assert said["text"] == "trump card"
    speaker = f"{source.base}sethi-2017/actor/ole-punfilov"
    assert said["spokenByCharacter"] == {"@type": "Person", "@id": speaker, "name": "Ole Punfilov"}
    assert said["url"] == f"{source.address}sethi-2017/quotation/trump-card.html"


def test_a_part_is_described_inside_its_whole(publication: Publication) -> None:
    source = source_of(publication)
    said = schema_org(source, f"{source.base}sethi-2017/claim/1-400-km")
    assert said["mainEntity"]["value"] == "1400"


def test_what_the_crosswalk_leaves_out_has_its_name_its_page_and_its_dataset(publication: Publication) -> None:
    source = source_of(publication)
    said = schema_org(source, f"{source.base}sethi-2017/reference/9")
    assert (said["@type"], said["name"], said["subjectOf"]["@id"]) == ("Thing", "note 9", f"{source.base}dataset")
