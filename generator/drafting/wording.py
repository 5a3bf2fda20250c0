"""The words of each language from which a status and a speaker are told: data, as patterns of whole words."""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns of one language. All are looked for in a clause, ignoring case.

    `cancelled`, `postponed`, `announced`, `doubted`, `lasting` and `wished` give a status; `coming` says that what
    follows is yet to come; `breaks` part a sentence into clauses. `says` are verbs of saying, `tells` those with a
    listener, `according` what stands before a source.
    """

    cancelled: re.Pattern[str]
    postponed: re.Pattern[str]
    announced: re.Pattern[str]
    doubted: re.Pattern[str]
    coming: re.Pattern[str]
    wished: re.Pattern[str]
    lasting: re.Pattern[str]
    breaks: re.Pattern[str]
    says: str
    according: str


def _words(*given: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(given)})(?!\w)", re.IGNORECASE)


_ENGLISH = Wording(
    cancelled=_words(
        r"cancel(?:l?ed|s|l?ation|l?ing)?", "called off", "calls off", "call off", "scrapped", "axed", "abandoned"
    ),
    postponed=_words(
        r"postpon\w+",
        "delayed",
        "put off",
        "pushed back",
        "rescheduled",
        "deferred",
        "put on hold",
        "adjourned",
        "suspended",
    ),
    announced=_words(
        "announced?",
        "announces",
        "announcing",
        "unveil(?:ed|s|ing)?",
        r"pledged?",
        "pledges",
        "promised?",
        "vow(?:ed|s)?",
        "agree[sd]? to",
        "agreed",
        r"have agreed",
        "declared (?:that )?(?:it|he|she|they) (?:will|would)",
        "invited",
        "committed to",
        "proposed?",
        "offered to",
    ),
    doubted=_words(
        "reportedly",
        "allegedly",
        "unconfirmed",
        "rumou?red",
        "rumou?rs?",
        "is said to have",
        "are said to have",
        "may have",
        "might have",
        "purportedly",
        "unverified",
        "could not be (?:independently )?verified",
        "denied",
        "denies",
        "deny",
        "apparently",
    ),
    coming=_words(
        "will",
        "shall",
        "would",
        "(?:is|are|was|were|be) (?:to|due|set|expected|scheduled|slated|poised|planned|likely|about)",
        "expected",
        "scheduled",
        "planned",
        "plans? to",
        "planning",
        "set to",
        "due to",
        "slated",
        "poised to",
        "going to",
        "intends? to",
        "upcoming",
        "forthcoming",
        "ahead of",
        "looks? forward",
        "looking forward",
        "in the run-up to",
        "be (?:held|signed|launched|followed|preceded|released)",
        "preparing",
        "prepares",
        "next",
        "later this",
        "(?:to|'ll) be",
    ),
    wished=_words(
        "goals?",
        "aims? (?:to|of|for)",
        "aiming",
        "targets?",
        "hopes? to",
        "hoping to",
        "wants? to",
        "seeks? to",
        "ambition",
        "deadline",
        "pledge",
        "commitment to",
        "could",
        "may",
        "might",
        "should",
        "considering",
        "if",
    ),
    lasting=_words(
        r"(?:has|have|had) (?:\w+ )?(?:maintained|been|had|held|remained|served|worked|lived|ruled|led|supported|kept|hosted)",
        "continues?",
        "continuing",
        "continued to",
        "ongoing",
        "under way",
        "underway",
        "still",
        "remains?",
        "currently",
        "since",
        "maintains?",
    ),
    breaks=re.compile(
        r"[;:]\s|\s?[—–]\s?|\s-\s|,\s+(?=and\s(?:he|she|it|they|we|will|is|are|was|were|has|have|had|\w{3,}ed)\b)"
        r"|,[\"”]?\s+(?=(?:but|while|which|who|whose|where|when|after|before|as|although|though"
        r"|because|since|according|following|with|adding|noting|saying|including|despite|so|then|to be|signed|held|\w+ing)\b)"
        r"|\s(?=(?:while|although|because|after|before|which|who|that|whereas|but|ahead of|following|at which|under which)\s)"
        r"|\s(?=(?:and|then)\s(?:(?:he|she|it|they)\s)?(?:will|would|is|are|was|were|has|have|had|\w{3,}ed)\s)",
        re.IGNORECASE,
    ),
    says=(
        "said|says|say|told|tells|stated|states|announced|announces|added|adds|noted|notes|confirmed|confirms|claimed|claims"
        "|argued|argues|warned|warns|explained|explains|wrote|writes|declared|declares|insisted|insists|acknowledged"
        "|acknowledges|revealed|reveals|denied|denies|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|tweeted|posted|remarked"
        "|reported|reports|estimated|estimates|indicated|indicates|suggested|predicted|recalled|reiterated|reaffirmed"
    ),
    according=r"according to|in the words of|as told to|attributable to",
)

_BREAKS_ANY = re.compile(r"[;:؛]\s|\s?[—–]\s?|[,،]\s")


def _plain(cancelled: str, postponed: str, announced: str, doubted: str, coming: str, wished: str, lasting: str, says: str,
           according: str) -> Wording:  # fmt: skip
    """The wording of a language whose clauses are parted by signs alone; each pattern is words parted by bars."""
    return Wording(
        _words(cancelled),
        _words(postponed),
        _words(announced),
        _words(doubted),
        _words(coming),
        _words(wished),
        _words(lasting),
        _BREAKS_ANY,
        says,
        according,
    )


_OTHERS = {
    "fr": _plain(
        r"annul\w+",
        r"report[ée]e?s?|ajourn\w+|différ[ée]e?s?",
        r"annonc\w+|promis\w*|s’est engagée?|a accepté de|dévoil\w+",
        "aurait|auraient|présumée?s?|non confirmée?s?|dément\\w*|démenti",
        r"prévue?s?|doit|doivent|devrait|devraient|va|vont|aura|auront|sera|seront|prochaine?s?|à venir|se \w+ra|\w+era|\w+eront",
        "objectif|vise à|espère|souhaite|pourrait|pourraient|envisage",
        "depuis|toujours|encore|continue\\w*|en cours|reste\\w*",
        "a déclaré|ont déclaré|a dit|a affirmé|a annoncé|a indiqué|a précisé|a ajouté|a expliqué|affirme|déclare|a souligné|ont annoncé",
        "selon|d’après|d'après",
    ),
    "de": _plain(
        r"abgesagt\w*|gestrichen|Absage",
        r"verschoben\w*|vertagt\w*|aufgeschoben|Verschiebung",
        r"angekündigt\w*|kündigte\w*|zugesagt|versprach\w*|vereinbarten?",
        r"angeblich\w*|soll .{3,60} haben|unbestätigt\w*|dementiert\w*|mutmaßlich\w*",
        r"wird|werden|will|wollen|soll|sollen|geplant\w*|vorgesehen|bevorstehend\w*|nächste\w*|kommende\w*|plant|planen|steht .{2,40} bevor",
        "Ziel|hofft|möchte|könnte|könnten|erwägt",
        "seit|weiterhin|noch immer|dauert an|andauernd\\w*|bleibt",
        "sagte|sagten|erklärte|erklärten|teilte|teilten|betonte|betonten|berichtete|berichteten|meldete|ergänzte|so",
        "laut|nach Angaben|nach Aussage|zufolge",
    ),
    "es": _plain(
        r"cancel\w+|suspend\w+ definitivamente",
        r"aplaz\w+|pospuest\w+|pospus\w+|posterg\w+",
        r"anunci\w+|prometi\w+|acordaron|se comprometi\w+",
        r"supuestamente|presunt\w+|habría\w*|desmint\w+|sin confirmar",
        r"prevé\w*|previst\w+|program\w+|será|serán|va a|van a|tendrá\w*|próxim\w+|\w+ará|\w+arán|\w+irá|\w+erá|debe\w*|planea\w*",
        "objetivo|espera|busca|podría|podrían|quiere",
        "desde|sigue\\w*|todavía|aún|continúa\\w*|en curso",
        "dijo|dijeron|afirmó|afirmaron|señaló|declaró|declararon|anunció|explicó|agregó|añadió|aseguró|informó|indicó",
        "según|de acuerdo con",
    ),
    "ru": _plain(
        r"отмен\w+",
        r"перен[её]с\w*|отлож\w+|перенос\w*",
        r"объяв\w+|анонс\w+|пообеща\w+|договорил\w+",
        r"якобы|по слухам|не подтвержд\w+|опроверг\w+|предположительно",
        r"будет|будут|заплан\w+|намечен\w*|предсто\w+|план\w+|состоится|состоятся|пройд[её]т|пройдут|посетит|должн\w+|ожида\w+|подпишут|встретятся|следующ\w+",
        r"цель\w*|надеет\w+|хоч\w+|может|могут|рассматрива\w+",
        r"с тех пор|продолжа\w+|по-прежнему|до сих пор|оста[её]тся",
        r"сказал\w*|заявил\w*|сообщил\w*|отметил\w*|подчеркнул\w*|добавил\w*|рассказал\w*|пояснил\w*|написал\w*",
        r"по словам|согласно|по данным|по сообщению",
    ),
    "ar": _plain(
        r"أ?لغ[اىيت]\w*|إلغاء",
        r"تأجيل|أ?رجأت?|أجّ?لت?|تأجل\w*|تؤجل|أُجّ?ل\w*",
        r"أعلن\w*|يعلن|تعلن|إعلان|وعد\w*|تعهد\w*|اتفق\w*",
        r"يزعم|مزاعم|غير مؤكد\w*|نف[ىت]\w*|يُقال|بحسب شائعات",
        r"سوف|س[يتن]\w{3,}|من المقرر|من المتوقع|المقبل\w*|القادم\w*|يعتزم|تعتزم|المرتقب\w*",
        r"هدف|يأمل|تأمل|يسعى|تسعى|قد|يمكن",
        r"منذ|لا يزال|لا تزال|ما زال|مستمر\w*|يواصل|تواصل",
        r"قال\w*|صرّ?ح\w*|أكد\w*|أضاف\w*|ذكر\w*|أوضح\w*|أشار\w*|أفاد\w*",
        r"وفق\w*|بحسب|حسب|نقل\w* عن",
    ),
    "he": _plain(
        r"בוטל\w*|ביטול|ביטל\w*",
        r"נדח\w+|דחיית|דחה|דחתה|הודחה|יידח\w*",
        r"הכריז\w*|הודיע\w*|הבטיח\w*|סיכמ\w+|התחייב\w*",
        r"לכאורה|לא אושר\w*|הכחיש\w*|על פי שמועות",
        r"י?תתקיים|יתקיים|צפוי\w*|צפויה|עתיד\w*|מתוכנ\w+|מתוכנן|הקרוב\w*|הבא\w*|יבקר|תבקר|ייפגש\w*|ייחתם|תיחתם|יהיה|תהיה|יהיו",
        r"מטר\w+|מקוו\w+|רוצ\w+|עשוי\w*|עלול\w*|שוקל\w*",
        r"מאז|עדיין|ממשיכ\w+|נמש\w+",
        r"אמר\w*|ציינ\w*|ציין|הוסיפ\w*|הוסיף|מסר\w*|דיווח\w*|הדגיש\w*|הסביר\w*|טען|טענ\w*",
        r"לפי|על פי|לדברי",
    ),
}


@cache
def wording(language: str) -> Wording:
    """Return the wording of a language (a BCP 47 tag), English's where it is not known."""
    return _OTHERS.get(language.split("-")[0].lower(), _ENGLISH)
