"""Whether words name somebody who can speak, what of them is the name, and whether it is a person or a body."""

import re

FEW_WORDS = 5
"""A longer name that begins with a capital ends where the first word without one stands."""

PRONOUN = re.compile(r"he|she|they|it|il|elle|er|sie|él|ella|он|она|هو|هي|הוא|היא", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:ministry|government|department|agency|company|group|army|military|office|kremlin|white house|council|court"
    r"|union|commission|committee|parliament|bank|police|authority|authorities|board|airline|party|university|\w*association"
    r"|embassy|firm|operator|regulator|club|federation|institute|organi[sz]ation)\b",
    re.IGNORECASE,
)
BODY_NAMED = re.compile(rf"\b[Tt]he\s(?:[\w’'-]+\s){{0,2}}?{_BODY.pattern}", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:officials?|spokes\w+|president|minister|secretary|ambassador|diplomats?|leader|king|prince|general|envoy"
    r"|chief|director|mayor|officer|judge|head|chair\w*|lawyer|captain|professor|dr)\b",
    re.IGNORECASE,
)


def sort_of(name: str) -> str:
    """Whether a speaker is a "person" or a "body"; a "name" where that cannot be told."""
    if _PERSON.search(name):
        return "person"
    return "body" if _BODY.search(name) else "name"


_ROLES = re.compile(
    r"\b(?:officials?|spokes\w+|president|minister|ministry|secretary|ambassador|sources?|statement|government|department"
    r"|diplomats?|analysts?|critics|experts?|leaders?|agency|king|prince|general|envoy|lawmakers?|witness\w*|police|authorities"
    r"|company|report|reports|media|newspaper|channel|who|group|army|military|office|white house|kremlin)\b",
    re.IGNORECASE,
)
SUBORDINATE = re.compile(
    r"\s(?:\w{2,}ed|fell|rose|was|were|is|are|has|had|came|went|met|won|lost|left|took|made)\s.*"
    r"\b(?:after|when|because|as|before|since|while)\s",
    re.IGNORECASE,
)
"""A whole clause before the one of saying: "shares fell after the group", of which nobody is told to say it."""
SOMEBODY = re.compile(
    r"(?:the|an?|his|her|its|their|our|one|two|three|several|l[ea]s?|une?|sa|ses|son|leurs?|der|die|das|eine?r?|seine?"
    r"|ihre?|el|los|las|una?|sus?|l['’])\s?(?!(?:next|last|same|day|following|previous|\w+day|morning|evening|week|month"
    r"|year|\w+di|semaine|mois|jour|lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|mes|día|Woche|\w+tag"
    r"|\w+ time)\b)\w+(?:\s[\w’'-]+){0,5}$",
    re.IGNORECASE,
)
"""A short noun phrase that can be who speaks, and is no time."""
_NOBODY = frozenset(("the", "she", "his", "her", "recent", "some", "many", "most", "others", "several", "both", "all"))
NO_SPEAKER = re.compile(
    r"^(?:plan|schedule|it|this|that|there|what|which|who|and|but|also|as|if|when|while|because"
    r"|the (?:move|deal|agreement|visit|summit|plan|law|bill|treaty|text|rules?|sign|vote|attack|storm"
    r"|decision|talks|meeting|announcement))\b",
    re.IGNORECASE,
)


_WHEN = re.compile(
    r"^(?:on \w+day|today|yesterday|היום|אתמול|אמש|ביום \w+|сегодня|вчера|во? (?:понедельник|вторник|среду|четверг"
    r"|пятницу|субботу|воскресенье)|heute|gestern|am \w+(?:tag|woch)|hier|ce \w+di|اليوم|أمس)\s+"
    r"|\s(?:der|dem|den)\s[„\"«].*$",
    re.IGNORECASE,
)
"""What stands before or behind the name of who spoke: the day, the newspaper that was told."""


def clean(who: str) -> str:
    """The name of a speaker without what follows it: "cited by The Tide" stays, "on Thursday" goes."""
    who = re.sub(
        r"\s+(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|earlier"
        r"|in an? (?:statement|interview|speech|tweet|post)"
        r"|at a (?:press|news) conference|has|have|had|that|to reporters|during|after|before|late on"
        r"|last (?:week|month|year)|בריאיון|בראיון|בהודעה"
        r"|carried by|со ссылкой|в (?:интервью|беседе)|в эфире|في (?:مؤتمر|بيان|تصريح\w*|مقابلة|كلمة|حديث|خطاب))\b.*$",
        "",
        _WHEN.sub("", who.strip(" ,.\"“”'’\n\t-–—")),
        flags=re.IGNORECASE,
    )
    words = who.split()
    if len(words) > FEW_WORDS and words[0][:1].isupper():
        named = next((number for number, word in enumerate(words) if not _names(word)), len(words))
        words = words[:named]
    return " ".join(words)


def _names(word: str) -> bool:
    """Whether a word can be part of a name with its role: "Opposition leader Mara Lind"."""
    return word[:1].isupper() or bool(_ROLES.fullmatch(word))


def is_speaker(name: str, *, is_said: bool = False) -> bool:
    """Whether words beside a verb of saying name somebody: a capitalised name, a role, or whoever plainly speaks."""
    if NO_SPEAKER.match(name) or len(name) < 3 or name.lower() in _NOBODY:
        return False
    words = name.split()
    return is_said or bool(_ROLES.search(name)) or any(word[0].isupper() for word in words[-3:]) or not name.isascii()
