"""Who says it, and to whom: the speaker of a sentence, and the outlet that was told."""

import re
from dataclasses import dataclass

from generator.drafting.passages import Sentence
from generator.drafting.somebody import (
    BODY_NAMED,
    FEW_WORDS,
    NO_SPEAKER,
    PRONOUN,
    SOMEBODY,
    SUBORDINATE,
    clean,
    is_speaker,
    sort_of,
)
from generator.drafting.wording import Wording

_LONGEST = 90
"""The longest name of a speaker, in characters."""


_FRONT = 4
_CONTENT = re.compile(
    r"\b(?:that|will|would|was|were|is|are|has|had|have|que|qu['’]\w+|dass|daß|что|إن|أن|כי|ש\w+)\b"
    r"|\b(?:it|he|she|they|we)\s\w|\s(?:the|an?|its|his|her|their)\s(?:\S+\s)+(?:\w{2,}ed|began|met|left|came|went|fell|held)\s*$",
    re.IGNORECASE,
)
"""What begins what was said, after a verb of saying."""
_REPORTED = r"(?:[بو]?(?:إن|أن)(?:ه|ها|هم|هما|نا|ني|ي)?|כי)"
"""What stands between the speaker and what was said, where the verb comes first."""
_RELEASED = re.compile(
    r"\b(?:in|with|dans|en|in) (?:an?|its|his|her|their|the|une?|uno?|una|einer|einem)\s(?:[\w-]+\s){0,2}"
    r"(?:statement|interview|tweet|post|briefing|(?:press|news) (?:release|conference)|communiqué|entretien"
    r"|comunicado|entrevista|Mitteilung|Erklärung)\b(?![^,.;:\n]*\b(?:it|he|she|they|we|that|had|has|have|would|will)\b)"
    r"[^,.;:\n]{0,40}$",
    re.IGNORECASE,
)
"""What somebody said something in, before the day when it came out."""
_ASKED = re.compile(r"\bin an? (?:\w+ )?(?:survey|poll|study|questionnaire)\b", re.IGNORECASE)
"""What many were asked in is a happening of its own, and not when somebody speaks."""
_PERFECT = re.compile(r"\b(?:hat|hatten?|haben)\s$", re.IGNORECASE)
_PERFECT_SAID = re.compile(r"[^.;:\n]{2,200}\b(?:berichtet|mitgeteilt|gesagt|erklärt|gemeldet)[.,]?$")
_CITED = re.compile(
    r"(?:\b(?:citing|quoting|quoted|cited|unter Berufung auf|citant|en citant|citando a)|со ссылкой на"
    r"|نقلا عن|בציטוט)\s+"
    r"(?P<who>[^\s,;:\"“”.][^,،;:\"“”.\n]{2,90}?)(?=\s+(?:as (?:saying|telling)|über|dass)\b|[,،;.\n]|$)",
    re.IGNORECASE,
)
"""Whose words an outlet relays: "citing two officials", "quoted a diplomat as saying"."""
_RELAYS = re.compile(r"(?:^|,\s)(?P<who>[^,;.\n\"“”]{2,60}?)\s+(?:quoted|cited)\s")
_HIS_WORDS = re.compile(
    r"\bпо (?:его|е[её]|их) словам\b|\bלדברי(?:ו|ה|הם)\b|\bnach (?:seinen|ihren) (?:Angaben|Worten)\b"
    r"|\b(?:selon|d['’]après) (?:lui|elle|eux)\b|\bsegún (?:él|ella|ellos)\b|\bby (?:his|her|their) account\b"
    r"|\baccording to (?:him|her|them)\b",
    re.IGNORECASE,
)
"""What refers to who spoke last without naming them."""
_CLAUSE = re.compile(
    r"(?:[\w’'.-]+\s){1,5}(?:had|has|have|was|were|would|will|is|are|could|should|must)\b", re.IGNORECASE
)
"""What somebody said, and not who: "said the ministers had agreed"."""
_OWN = re.compile(r"(?:Its|His|Her|Their) [\w’' -]{3,60}, (?P<name>(?:[^\W\d_a-z][\w’'.-]+ ?){2,4}),")
"""A name says more than whose leader somebody is."""
_ABBREVIATION = re.compile(r'(?<=[א-ת])"(?=[א-ת])')
"""Hebrew writes abbreviations with a mark like that of quotations, before the last letter."""
_OPENING, _CLOSING = '"“«„', '"”»“'
_LONGEST_QUOTATION = 1000
_FOR = re.compile(r"(?:for|para|pour|für)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to say it, as the text names them, and the outlet that was told, where the article only relays it."""

    name: str
    via: str | None = None


class Attribution:
    """Finds the speakers of the sentences of one text: a pronoun is the last person who spoke.

    It reads sentences in order, and keeps who spoke last; make a new one for each text.
    """

    def __init__(self, text: str, wording: Wording) -> None:
        self._text = text
        self._according = re.compile(
            rf"(?<!\w)(?:{wording.according})\s+(?P<who>[^,،;.\n\"“”]{{3,{_LONGEST}}})", re.IGNORECASE
        )
        subject = rf"(?P<who>[^\s,;:\"“”.][^,;:\"“”.\n]{{1,{_LONGEST}}}?)"
        self._subject = re.compile(
            rf"(?:^|[,;:\"“”—–-]\s*|\b(?:that|as|and|but|while)\s+){subject}(?:,[^,\n]{{3,80}},)?\s+(?:\w+ly\s+|also\s+|has\s+|have\s+|had\s+)?"
            rf"(?<!\bwas )(?<!\bwere )(?<!\bis )(?<!\bare )(?<!\bbeen )(?<!\bbe )(?<!\bbeing )(?-i:{wording.says})\b",
            re.IGNORECASE,
        )
        self._inverted = re.compile(
            rf"[,،\"”»]\s*(?:[—–-]\s*)?(?:כך\s)?(?-i:{wording.says})\s+"
            rf"(?P<who>[^\s,;:\"“”.][^,;:\"“”.\n]{{2,{_LONGEST}}})",
            re.IGNORECASE,
        )
        self._verb_first = re.compile(
            rf"(?:^|[،,.]\s*)(?-i:{wording.says})\s+(?P<who>[^،,;:\"“”.\n]{{2,{_LONGEST}}}?)\s+{_REPORTED}(?!\w)"
        )
        self._says_only = re.compile(rf"\b(?:{wording.spoken})$", re.IGNORECASE)
        self._spoke = re.compile(rf"(?<!\w)(?:{wording.spoken})(?!\w)", re.IGNORECASE)
        self._told = re.compile(
            r"\b(?:told|tells|speaking to|in an interview with|in a statement to|cited by|quoted by"
            r"|as reported by|reported by|carried by)\s+"
            r"(?P<via>(?:the\s+)?(?:(?:state|official|public|daily|weekly|news|agency|broadcaster|newspaper|website|channel"
            r"|television|radio)\s+)*[A-Z][\w.&’'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w.&’'-]*){0,3})"
        )
        self._head = 0
        self._whole = self._whole_text()
        self._spoken = re.compile(rf"\b(?:{wording.spoken})\b(?P<between>[^.;:\n]{{0,60}})$")
        self._trailing = re.compile(rf",[”\"]?\s[^,;.\n]{{2,{_LONGEST}}}\b(?-i:{wording.says})\b[^,.;\n]{{0,40}}$")
        self._fronted = re.compile(rf"^,?\s[^,;.\n]{{2,{_LONGEST}}}\b(?:{wording.spoken})\b")
        self._aside = re.compile(
            rf",\s(?:who|whom|which|whose|qui|que|dont|der|die|das|deren|dessen|cuy\w+)\s[^,\n]{{3,120}},\s+(?:\w+ly\s+|also\s+)?"
            rf"(?-i:{wording.says})\b",
            re.IGNORECASE,
        )
        self._begins_saying = re.compile(
            rf"\s+[^\s,;:\"“”.][^,;:\"“”.\n]{{1,40}}?\s(?:{wording.spoken})\s(?:that|it|he|she)\b"
        )
        self._implied = re.compile(rf"(?:^|[،,.]\s*)(?-i:{wording.says})\s+{_REPORTED}(?!\w)")
        self._last: str | None = self._whole
        self._last_of: dict[str, str] = {}
        self._since = 0
        self._quoted: int | None = None

    def _whole_text(self) -> str | None:
        """Who the whole text is attributed to, where its head says so ("The following is attributable to …")."""
        found = re.search(
            r"(?:attributable to|statement by|remarks by|statement from|issued by)\s+(?P<who>[^\n:.]{3,90})",
            self._text[:600],
            re.IGNORECASE,
        )
        if found is None:
            return None
        self._head = found.end()
        return clean(found["who"])

    def of(self, sentence: Sentence) -> Speaker | None:
        """Return the speaker of a sentence, None where the text itself tells it."""
        words = self._text[sentence.start : sentence.end]
        via = self._told.search(words)
        name = self._named(words) or self._of_quotation(sentence, words)
        cited = _CITED.search(words)
        source = clean(cited["who"]) if cited else ""
        if is_speaker(source, is_said=SOMEBODY.match(source) is not None):
            self._last, self._since = source, sentence.end
            if name is None and (relays := _RELAYS.search(words)):
                name = clean(relays["who"])
            relay = _CITED.sub("", name).strip() if name and not PRONOUN.fullmatch(name) else None
            return Speaker(source, relay or None)
        self._quoted = sentence.paragraph if name and self._has_marks(sentence, words) else None
        if name is None:
            if self._whole is None or sentence.start < self._head:
                return None
            whole, self._whole = self._whole, None  # it is told once, with the first sentence below the head
            return Speaker(whole)
        if PRONOUN.fullmatch(name):
            if self._last is None:
                return None
            name = self._meant(name, sentence) or self._last
        else:
            self._last = name
            self._last_of[sort_of(name)] = name
        self._since = sentence.end
        return Speaker(name, clean(via["via"]) if via else None)

    def _meant(self, pronoun: str, sentence: Sentence) -> str | None:
        """Whom a pronoun means: "it" the last body that spoke, or else was named; "she" the last person."""
        if self._last is None:
            return None
        if pronoun.lower() in ("he", "she") and sort_of(self._last) == "body":
            return self._last_of.get("person") or self._last_of.get("name")
        if pronoun.lower() != "it" or sort_of(self._last) == "body":
            return self._last
        if named := list(BODY_NAMED.finditer(self._text, self._since, sentence.start)):
            return named[-1].group()
        if sort_of(self._last) == "name":
            return self._last
        before = self._text[max(sentence.start - _LONGEST_QUOTATION, 0) : sentence.start]
        named = list(BODY_NAMED.finditer(before))
        return self._last_of.get("body") or (named[-1].group() if named else self._last_of.get("name"))

    def is_aside(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether words only tell who the speaker is: "the council, which was founded in 1904, said"."""
        asides = self._aside.finditer(self._text, sentence.start, sentence.end)
        if any(found.start() < start and end < found.end() for found in asides):
            return True
        # "The court ruled in May; the panel said that …": another part of the sentence is nobody's words.
        here, *later = self._text[start : sentence.end].split(";")
        own = self._text[sentence.start : start].rpartition(";")[2] + here
        return bool(later) and not self._named(own) and any(self._begins_saying.match(part) for part in later)

    def is_when_said(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` say when somebody spoke, and not when something happened."""
        if _FOR.match(self._text, start):
            return False
        if _ASKED.search(self._text, sentence.start, start):
            return False
        if _PERFECT.search(self._text, sentence.start, start) and _PERFECT_SAID.match(self._text[end : sentence.end]):
            return True
        before = self._spoken.search(self._text, sentence.start, start)
        if before and len(before["between"].split()) <= FEW_WORDS and not _CONTENT.search(before["between"]):
            return True
        if _RELEASED.search(self._text, sentence.start, start) and self._spoke.search(
            self._text, sentence.start, sentence.end
        ):
            return True
        is_last = sentence.end - end <= _FRONT
        if is_last and self._trailing.search(self._text, sentence.start, start):
            return True
        return start - sentence.start < _FRONT and bool(self._fronted.match(self._text[end : sentence.end]))

    def _of_quotation(self, sentence: Sentence, words: str) -> str | None:
        """Who is quoted in a sentence that names nobody: who was before it in its paragraph, or is named behind it."""
        text = self._text
        if self._quoted == sentence.paragraph and (words[:1] in _OPENING or self._is_quoted(sentence)):
            return self._last
        if words[:1] not in _OPENING:
            return None
        paragraph = text[sentence.start + 1 : sentence.start + _LONGEST_QUOTATION].split("\n", 1)[0]
        closed = next((at for at, sign in enumerate(paragraph) if sign in _CLOSING), len(paragraph))
        behind = paragraph[max(closed - 1, 0) :].split(".", 1)[0]
        return self._named(behind) if closed >= sentence.end - sentence.start else None

    def _has_marks(self, sentence: Sentence, words: str) -> bool:
        return any(mark in words for mark in _OPENING) or self._quoted == sentence.paragraph

    def _is_quoted(self, sentence: Sentence) -> bool:
        """Whether a quotation that began in a sentence before goes on in this one."""
        before = self._text[max(sentence.start - _LONGEST_QUOTATION, 0) : sentence.start].rpartition("\n")[2]
        return (
            before.count('"') % 2 == 1
            or (before.count("„") > before.count("“") if "„" in before else before.count("“") > before.count("”"))
            or before.count("«") > before.count("»")
        )

    def _named(self, words: str) -> str | None:
        words = _ASIDE.sub(lambda found: " " * len(found.group()), words)
        words = _ABBREVIATION.sub("״", words)
        if _HIS_WORDS.search(words) or self._implied.search(words):
            return "он"
        for pattern in (self._according, self._inverted, self._verb_first, self._subject):
            for found in pattern.finditer(words):
                if pattern is self._subject and SUBORDINATE.search(found["who"]):
                    continue
                if pattern is self._inverted and _CLAUSE.match(found["who"]):
                    continue
                name = clean(found["who"]).replace("״", '"')
                if own := _OWN.match(words, found.start("who")):
                    name = own["name"]
                is_source = pattern is self._according and len(name) > 2 and not NO_SPEAKER.match(name)
                is_plain = pattern is self._inverted or (
                    pattern is self._subject and self._says_only.search(words, 0, found.end()) is not None
                )
                is_said = is_plain and SOMEBODY.match(name) is not None
                if name and (is_source or PRONOUN.fullmatch(name) or is_speaker(name, is_said=is_said)):
                    return name
        return None


_ASIDE = re.compile(r"\([^()\n]{0,80}\)")
