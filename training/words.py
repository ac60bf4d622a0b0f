"""How the languages of the invented references print what stands around names, pages and dates."""

import random
from collections.abc import Callable

QUOTES: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("‘", "’"), ("“", "”"), ("“", "”"), ('"', '"'), ("'", "'"), ("‘", "’")),
    "de": (("„", "“"), ("»", "«"), ('"', '"'), ("", ""), ("“", "”")),
    "fr": (("« ", " »"), ("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"), ("“", "”"), ("«", "»")),
    "it": (("«", "»"), ("“", "”"), ("", ""), ("‘", "’")),
    "es": (("«", "»"), ("“", "”"), ('"', '"')),
    "ru": (("«", "»"), ("", "")),
}
_ENGLISH = {
    "and": ("and", "and", "&"),
    "page": ("p.", "p.", "at", "at p."),
    "pages": ("pp.", "pp.", "pp"),
    "volume": ("vol.", "Vol.", "vol", "volume"),
    "volumes": ("vols.", "vols", "vols."),
    "edited": ("ed.", "eds.", "edited by", "ed. by", "eds"),
    "editors": ("(ed.)", "(eds.)", "(eds)", "(ed)", "(Eds.)"),
    "editor": ("ed", "eds"),
    "translated": ("trans.", "translated by", "transl.", "tr."),
}
LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": _ENGLISH,
    "de": {
        "and": ("und", "und", "u.", "/"),
        "page": ("S.", "S.", "hier S."),
        "pages": ("S.", "S.", "S"),
        "volume": ("Bd.", "Band", "Teil"),
        "volumes": ("Bde.", "Bände"),
        "edited": ("hrsg. von", "hg. v.", "hrsg. v.", "herausgegeben von", "hg. von"),
        "editors": ("(Hg.)", "(Hrsg.)", "(Hgg.)", "(Hrsg.)"),
        "editor": ("Hg", "Hrsg"),
        "translated": ("übers. v.", "übersetzt von", "aus dem Englischen von"),
    },
    "fr": {
        "and": ("et", "et", "&"),
        "page": ("p.",),
        "pages": ("p.", "pp."),
        "volume": ("t.", "vol.", "tome"),
        "volumes": ("vol.", "t."),
        "edited": ("éd.", "sous la direction de", "sous la dir. de", "édité par"),
        "editors": ("(dir.)", "(éd.)", "(éds.)", "(dirs.)", "(coord.)"),
        "editor": ("dir", "éd"),
        "translated": ("trad.", "trad. par", "traduit de l'anglais par"),
    },
    "it": {
        "and": ("e", "e", "ed"),
        "page": ("p.",),
        "pages": ("pp.", "pp."),
        "volume": ("vol.", "t.", "I,"),
        "volumes": ("voll.", "vol."),
        "edited": ("a cura di", "a cura di", "ed."),
        "editors": ("(a cura di)", "(eds.)", "(a cura di)"),
        "editor": ("a cura di",),
        "translated": ("trad. it. di", "trad. di", "tradotto da"),
    },
    "es": {
        "and": ("y", "y"),
        "page": ("p.", "pág."),
        "pages": ("pp.", "págs."),
        "volume": ("vol.", "t.", "tomo"),
        "volumes": ("vols.", "tomos"),
        "edited": ("ed.", "edición de", "coord.", "comp."),
        "editors": ("(ed.)", "(eds.)", "(coord.)", "(comps.)", "(dir.)"),
        "editor": ("ed", "coord"),
        "translated": ("trad.", "trad. de", "traducción de"),
    },
    "ru": {
        "and": ("и", "и"),
        "page": ("С.", "с."),
        "pages": ("С.", "с."),
        "volume": ("Т.", "т.", "Ч."),
        "volumes": ("т.", "тт."),
        "edited": ("под ред.", "отв. ред."),
        "editors": ("(ред.)", "(отв. ред.)"),
        "editor": ("ред",),
        "translated": ("пер.", "пер. с англ."),
    },
}
_NAMES = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_SHORT = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]


def _worded(language: str) -> Callable[[random.Random, str, bool], str]:
    def worded(chance: random.Random, year: str, day: bool) -> str:
        month = chance.randrange(12)
        name = _NAMES[language].split()[month]
        number = chance.randint(1, 28)
        if language == "en":
            name = _SHORT[month] if chance.random() < 0.25 else name
            if not day:
                return chance.choice((f"{name} {year}", f"{chance.choice(('Spring', 'Summer', 'Fall'))} {year}"))
            return chance.choice((f"{number} {name} {year}", f"{name} {number}, {year}", f"{number} {name}, {year}"))
        if language == "de":
            dated = chance.choice(
                (f"{number}. {name} {year}", f"{number}.{month + 1}.{year}", f"{number:02d}.{month + 1:02d}.{year}")
            )
            return dated if day else f"{name} {year}"
        joint = " de " if language == "es" else " "
        return f"{number}{joint}{name}{joint}{year}" if day else f"{name} {year}"

    return worded


MONTHS = {language: _worded(language) for language in _NAMES}


def edition(language: str, chance: random.Random) -> str:
    """Give an edition as printed."""
    number = chance.randint(2, 12)
    ordinal = {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")
    said = {
        "en": (f"{ordinal} edn", f"{ordinal} ed.", f"{number}d ed.", f"{ordinal} edition", "rev. ed.", "new edition"),
        "de": (f"{number}. Aufl.", f"{number}. Auflage", f"{number}., neubearb. Aufl."),
        "fr": (f"{number}e éd.", f"{number}e édition", "nouvelle éd."),
        "it": (f"{number}a ed.", "nuova ed.", "seconda edizione"),
        "es": (f"{number}.ª ed.", "2a edición"),
        "ru": (f"{number}-е изд.", "изд. 2-е"),
    }
    return chance.choice(said[language])


def thesis(language: str, chance: random.Random) -> str:
    """Give what says that a work is a thesis."""
    said = {
        "en": ("PhD thesis", "PhD diss.", "unpublished PhD dissertation", "MA thesis", "Ph.D. dissertation"),
        "de": ("Diss. phil.", "Dissertation", "unveröff. Diss.", "Magisterarbeit", "Habilitationsschrift"),
        "fr": ("thèse de doctorat", "thèse de droit", "mémoire de maîtrise"),
        "it": ("tesi di dottorato", "tesi di laurea"),
        "es": ("tesis doctoral", "tesis de maestría"),
        "ru": ("дис. канд. ист. наук", "автореферат диссертации"),
    }
    return chance.choice(said[language])


def accessed(language: str, chance: random.Random, date: str) -> str:
    """Give the note that says when a page was visited."""
    said = {
        "en": ("accessed", "last accessed", "accessed on", "visited", "last visited", "retrieved"),
        "de": ("abgerufen am", "letzter Zugriff", "Zugriff am", "Stand:"),
        "fr": ("consulté le", "page consultée le"),
        "it": ("consultato il", "ultimo accesso"),
        "es": ("consultado el", "fecha de consulta:"),
        "ru": ("дата обращения:",),
    }
    return f"{chance.choice(said[language])} {date}"
