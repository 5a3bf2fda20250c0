"""Words of time, by list: which of them depend on the day on which they were written, and which leave a day open.

A list tells kinds of words apart and resolves none of them.
"""

# Stems: each is looked for at the beginning of a word. English stands beside every other language, for summaries.

import re
from collections.abc import Iterable
from functools import cache

from generator.words.language import load_language, primary

_WITHOUT_SPACES = ("ja", "zh")
_RELATIVE = {
    "en": "today tonight yesterday tomorrow ago last next this coming later earlier previous weekend",
    "ar": "اليوم أمس غدا الليلة الماضي المقبل القادم الجاري",
    "de": "heute gestern morgen letzt nächst vergangen kommend vorig",
    "es": "hoy ayer mañana pasad próxim anoche",
    "fa": "امروز دیروز فردا گذشته آینده امشب",
    "fr": "aujourd hier demain dernier dernière prochain prochaine veille lendemain",
    "he": "היום אתמול מחר הלילה הערב שעבר הבא הקרוב השבוע",
    "it": "oggi ieri domani scors prossim stasera",
    "ja": "今日 昨日 明日 先週 来週",
    "kk": "бүгін кеше ертең өткен келесі",
    "nl": "vandaag gisteren morgen vorig volgend afgelopen komend",
    "pt": "hoje ontem amanhã passad próxim",
    "ru": "сегодня вчера завтра прошл следующ будущ накануне ночью",
    "tr": "bugün dün yarın geçen gelecek",
    "zh": "今天 昨天 明天 今日 昨日 上周 下周",
}
_WITHIN = {
    "en": [
        r"within\b",
        r"(?:in|over|during) the (?:coming|next|following)\b",
        r"in the \w+ (?:ahead|to come)",
        r"(?:in )?(?:coming|the next (?:few|\w+)) (?:days|weeks|months)",
        r"(?:later|early|earlier|late|some ?time) (?:on )?(?:this|next|in)\b",
        r"(?:this|next) (?:week|month|year|spring|summer|autumn|fall|winter)",
        r"(?:by|before) the end of",
    ],
    "ar": ["خلال", "في الأسابيع", "في الأيام", "في الأشهر", "الأسبوع المقبل", "الشهر المقبل", "قبل نهاية"],
    "de": [
        "innerhalb",
        "in den (?:kommenden|nächsten)",
        r"nächste[nrs]? (?:Woche|Monat|Jahr)",
        "bis Ende",
        "noch in diese",
    ],
    "es": [
        "dentro de",
        "en (?:los|las) próxim",
        r"(?:la|el) próxim\w+ (?:semana|mes|año)",
        "antes de que (?:acabe|termine)",
    ],
    "fa": ["در هفته", "در روزهای آینده", "در ماه"],
    "fr": [
        "dans les (?:prochain|jours|semaines|mois)",
        "d.ici",
        "au cours d",
        r"(?:semaine|mois|année) prochaine?",
        "avant la fin",
    ],
    "he": ["בשבועות", "בימים הקרובים", "בחודשים", "בשבוע הבא", "בחודש הבא", "בתוך", "עד סוף"],
    "it": ["entro", r"n(?:ei|elle) prossim", r"(?:settimana|mese|anno) prossim"],
    "kk": ["алдағы", "келесі апта", "келесі ай"],
    "nl": ["binnen", "in de komende", "volgende (?:week|maand)", "volgend jaar", "voor het einde"],
    "pt": ["dentro de", "n[ao]s próxim", r"(?:semana|mês|ano) que vem", "até o (?:final|fim)"],
    "ru": ["в течение", "в ближайш", "на следующей неделе", "в следующем", "до конца"],
    "tr": ["içinde", "önümüzdeki", "gelecek (?:hafta|ay|yıl)"],
}


def depends_on_the_day(words: str, language: str) -> bool:
    """Say whether words in a language (BCP 47) mean a day only together with the day on which they were written."""
    return _relative(primary(language)).search(words.casefold()) is not None


def leaves_the_day_open(words: str, language: str) -> bool:
    """Say whether words in a language (BCP 47) mean one moment within a stretch of time that has an end."""
    return _within(primary(language)).search(words.casefold()) is not None


@cache
def _relative(language: str) -> re.Pattern[str]:
    stems = [*_RELATIVE["en"].split(), *_weekdays("en"), *_RELATIVE.get(language, "").split(), *_weekdays(language)]
    return _one_of((re.escape(stem.casefold()) for stem in stems), language)


@cache
def _within(language: str) -> re.Pattern[str]:
    return _one_of((pattern.casefold() for pattern in (*_WITHIN["en"], *_WITHIN.get(language, ()))), language)


def _weekdays(language: str) -> list[str]:
    """The stems of the days of the week, from CLDR: what is inflected changes its end."""
    names = load_language(language).locale.days["format"]["wide"].values()
    words = [str(name).split()[-1] for name in names]
    return [word[:-1] if len(word) > 5 and language != "en" else word for word in words]


def _one_of(patterns: Iterable[str], language: str) -> re.Pattern[str]:
    """Any of some patterns, at the beginning of a word where the language sets words apart."""
    beginning = "" if language in _WITHOUT_SPACES else r"(?<!\w)"
    return re.compile("|".join(beginning + pattern for pattern in patterns))
