"""The words of each language from which a status and a speaker are told: data, as patterns of whole words."""

import re
from dataclasses import dataclass
from functools import cache

_TABLES = {
    "en": r"""
cancelled: cancel(?:l?ed|s|l?ation|l?ing)? | called off | calls off | call off | scrapped | axed | abandoned
  | will not (?:take place|go ahead|be held)
postponed: postpon\w+ | delayed | delaying | put(?:ting|s)? off | push(?:ed|ing|es) back | rescheduled | deferred |
  put on hold | adjourned | shelved | put back |
  (?:will|would) now (?:only )?(?:come|take place|be held|be published|open|start|begin|follow) |
  moved (?:back )?(?:from|to)(?= (?:\w+ ){0,2}\d| next | later )
announced: announced? | announces | announcing | unveil(?:ed|s|ing)? | pledged? | pledges | promised? |
  vow(?:ed|s)? | agree[sd]? to | agreed | have agreed | declared (?:that )?(?:it|he|she|they) (?:will|would) |
  invited | committed to | proposed? | offered to
halted: (?:was|were|been|is|are) suspended(?! for)
done: (?:that )?[^,.;]{2,60} (?:has|have|had) (?!to\b|until\b)\w+
disputed: alleg(?:e|es|ed|ing) that | den(?:ied|ies|y)(?: reports| claims| allegations)? that |
  reject(?:ed|s) (?:reports|claims) that |
  disput(?:ed|es) that
doubted: den(?:ied|ies|y|ying) (?:\w+ing|any|reports?|claims?|allegations?|it|he|she|they|the) | reportedly |
  allegedly | unconfirmed | rumou?red | rumou?rs? | is said to have | are said to have | may have | might have |
  purportedly | unverified | could not be (?:independently )?verified | apparently
coming: will | shall | would | (?:is|are|was|were|be)
  (?:to|due|set|expected|scheduled|slated|poised|planned|likely|about) | expected | scheduled | planned | plans?
  to | planning | set to | due to | slated | poised to | going to | intends? to | upcoming | forthcoming | ahead
  of | looks? forward | looking forward | in the run-up to | be
  (?:held|signed|launched|followed|preceded|released) | preparing | prepares | next | later this | (?:to|'ll) be
  | must | (?:brought forward|moved up) to
wished: goals? | aims? (?:to|of|for) | aiming | targets? | hopes? to | hoping to | wants? to | seeks? to |
  ambition | deadline | pledge | commitment to | could | may | might | should | considering | if
tentative: could | might | (?-i:may)
lasting: (?:has|have|had) (?:\w+
  )?(?:maintained|been|had|held|remained|served|worked|lived|ruled|led|supported|kept|hosted) | continues? |
  continuing | continued to | ongoing | under way | underway | still | remains? | currently | since | maintains?
says: said | says | say | told | tells | stated | announced | announces | added | adds | noted | confirmed |
  confirms | claimed | argued | argues | warned | warns | explained | explains | wrote | writes |
  declare[sd](?=[,.”\"]| (?:that|it|he|she|they|there|the \w+ (?:was|were|had|would|will))\b) |
  insisted | insists | acknowledged | acknowledges | revealed | reveals | denied | denies | stressed
  | stresses | emphasi[sz]ed | emphasi[sz]es | tweeted | posted | remarked | reported | reports | estimated |
  indicated | indicates | suggested | predicted |
  recalled(?=[,.”"]| that | how ) | alleged? | alleges
spoken: said | says | say | told | tells | stated | added | adds | noted | explained | explains | writes |
  argued | warned | insisted | stressed | remarked | tweeted |
  (?:denied|denies|dismissed|rejected) (?:the |any |these |those |such )?(?:reports?|claims?|allegations?|rumou?rs?) |
  (?:claimed|confirmed|reported|recalled|acknowledged|wrote)(?!
  (?:an?|the|its|his|her|their|receipt|record|responsibility)\b)
according: according to | in the words of | as told to | attributable to
""",
    "fr": r"""
cancelled: annul\w+ | déprogramm\w+ | n'aura pas lieu | n'auront pas lieu
postponed: report[ée]e?s? | ajourn\w+ | différ[ée]e?s? | repoussée?s?
announced: annonc\w+ | promis\w* | s'(?:est|était|sont|étaient) engagée?s? | a accepté de | dévoil\w+
doubted: aurait | auraient | présumée?s? | non confirmée?s? | dément\w* | démenti
coming: prévue?s? | doit | doivent | devrait | devraient | devait | devaient |
  censée?s? | va | vont | aura | auront | sera | seront |
  prochaine?s? | à venir | se \w+ra | \w+era | \w+eront |
  (?-i:[^\W\dA-Z]{2,}[id](?:ra|ront))
wished: objectif | vise à | espère | souhaite | pourrait | pourraient | envisage
tentative: pourrait | pourraient
lasting: depuis | toujours | encore | continue\w* | en cours | reste\w*
says: a déclaré | ont déclaré | a dit | a affirmé | a annoncé | a indiqué | a précisé | a ajouté | a expliqué |
  affirme | déclare | a souligné | ont annoncé | ont (?:dit|indiqué|affirmé|précisé|expliqué|confirmé|rapporté) |
  a (?:estimé|assuré|confirmé|rappelé|rapporté|fait savoir|fait valoir|regretté|prévenu) | explique | indique |
  précise | assure | estime | rappelle | rapporte
according: selon | d'après | à en croire
""",
    "de": r"""
cancelled: abgesagt\w* | gestrichen | Absage | sagten? .{3,60} ab | fällt aus | fallen aus | ausgefallen | entfällt
postponed: verschoben\w* | vertagt\w* | aufgeschoben | Verschiebung
announced: angekündigt\w* | kündigte\w* | zugesagt | versprach\w* | vereinbarten?
doubted: angeblich\w* | soll .{3,60} haben | unbestätigt\w* | dementiert\w* | mutmaßlich\w*
coming: wird | werden | will | wollen | soll | sollen | sollten? | erwartet\w* |
  geplant\w* | vorgesehen | bevorstehend\w* | nächste\w* |
  kommende\w* | plant | planen | steht .{2,40} bevor
wished: Ziel | hofft | möchte | könnte | könnten | erwägt
tentative: könnten?
lasting: seit | weiterhin | noch immer | dauert an | andauernd\w* | bleibt
says: sagte | sagten | erklärte | erklärten | teilte | teilten | betonte | betonten | berichtete | berichteten |
  meldete | ergänzte | so | kündigten?(?= (?:[\w,.]+ ){0,4}an\b) | bestätigten? | versicherten? |
  warnten? | schrieb | schrieben | mitteilten? | hieß es von
according: laut | nach Angaben | nach Aussage | zufolge
""",
    "es": r"""
cancelled: cancel\w+ | suspend\w+ definitivamente | anulad\w+ | no se celebrará
postponed: aplaz\w+ | pospuest\w+ | pospus\w+ | posterg\w+
announced: anunci\w+ | prometi\w+ | acordaron | se comprometi\w+
doubted: supuestamente | presunt\w+ | habría\w* | desmint\w+ | sin confirmar
coming: prevé\w* | previst\w+ | program\w+ | será | serán | va a | van a | tendrá\w* | próxim\w+ |
  \w+[aei]rán? | \w+drán? | habrá\w* | debe\w* | debían? | iban? a | planea\w*
wished: objetivo | espera | busca | podría | podrían | quiere
tentative: podrían?
lasting: desde | sigue\w* | todavía | aún | continúa\w* | en curso
says: dijo | dijeron | afirmó | afirmaron | señaló | declaró | declararon | anunció | explicó | agregó | añadió
  | aseguró | informó | indicó | aseguraron | informaron | indicaron | anunciaron | explicaron | señalaron |
  comunicó | sostuvo | manifestó | confirmó | confirmaron | precisó | detalló | recordó | advirtió | dice | dicen |
  ha (?:dicho|declarado|explicado|asegurado|anunciado|informado)
according: según | de acuerdo con
""",
    "ru": r"""
cancelled: отмен\w+
postponed: перен[её]с\w* | отлож\w+ | перенос\w*
announced: объяв\w+ | анонс\w+ | пообеща\w+ | договорил\w+
doubted: якобы | по слухам | не подтвержд\w+ | опроверг\w+ | предположительно
coming: будет | будут | заплан\w+ | намечен\w* | предсто\w+ | план\w+ | состоится | состоятся | пройд[её]т |
  пройдут | посетит | должн\w+ | ожида\w+ | подпиш[её]т | подпишут | встретятся | встретится | следующ\w+ |
  откро[её]т\w* | откроют\w* | закро[её]т\w* | останется | останутся | вступ[ия]т | начн[её]т\w* | начнут\w* |
  заверш[ия]т\w* | прибудет | прибудут | провед[её]т | проведут | обсуд[ия]т | рассмотр[ия]т
wished: цель\w* | надеет\w+ | хоч\w+ | может | могут | рассматрива\w+
lasting: с тех пор | продолжа\w+ | по-прежнему | до сих пор | оста[её]тся
says: сказал\w* | заявил\w* | сообщил\w* | отметил\w* | подчеркнул\w* | добавил\w* | рассказал\w* | пояснил\w* |
  написал\w* | уточнил\w* | переда[её]т | передают | передал\w* | сообща[её]т | сообщают | пишет | пишут |
  отмеча[её]т | заявля[её]т | подтвердил\w* | рассказыва[её]т
according: по словам | согласно | по данным | по сообщению | по информации
""",
    "ar": r"""
cancelled: أ?لغ[اىيت]\w* | إلغاء
postponed: تأجيل | أ?رجأت? | أجّ?لت? | تأجل\w* | تؤجل | أُجّ?ل\w*
announced: أعلن\w* | يعلن | تعلن | إعلان | وعد\w* | تعهد\w* | اتفق\w*
doubted: يزعم | مزاعم | غير مؤكد\w* | نف[ىت]\w* | يُقال | بحسب شائعات
coming: سوف | س[يتن]\w{3,} | من المقرر | من المتوقع | المقبل\w* | القادم\w* | يعتزم | تعتزم | المرتقب\w*
wished: هدف | يأمل | تأمل | يسعى | تسعى | قد | يمكن
lasting: منذ | لا يزال | لا تزال | ما زال | مستمر\w* | يواصل | تواصل
says: قال\w* | صرّ?ح\w* | أكد\w* | أضاف\w* | ذكر\w* | أوضح\w* | أشار\w* | أفاد\w* | أعلن\w*
spoken: قال\w* | صرّ?ح\w* | أكد\w* | أضاف\w* | ذكر\w* | أوضح\w* | أشار\w* | أفاد\w*
according: (?:(?:بحسب|حسب|وفق) ?ما|كما) (?:أ?فاد|ذكر|أعلن|قال|أكد|أوضح)\w* | وفق\w* | بحسب | حسب | نقل\w* عن
""",
    "he": r"""
cancelled: בוטל\w* | ביטול | ביטל\w*
postponed: נדח\w+ | דחיית | דחה | דחתה | הודחה | יידח\w*
announced: הכריז\w* | הודיע\w* | הבטיח\w* | סיכמ\w+ | התחייב\w*
doubted: לכאורה | לא אושר\w* | הכחיש\w* | על פי שמועות
coming: י?תתקיים | יתקיים | צפוי\w* | צפויה | עתיד\w* | מתוכנ\w+ | מתוכנן | הקרוב\w* | הבא\w* | יבקר | תבקר |
  ייפגש\w* | ייחתם | תיחתם | יהיה | תהיה | יהיו
wished: מטר\w+ | מקוו\w+ | רוצ\w+ | עשוי\w* | עלול\w* | שוקל\w*
lasting: מאז | עדיין | ממשיכ\w+ | נמש\w+
says: אמר\w* | ציינ\w* | ציין | הוסיפ\w* | הוסיף | מסר\w* | דיווח\w* | הדגיש\w* | הסביר\w* | טען | טענ\w* |
  הודיע\w*
spoken: אמר\w* | ציינ\w* | ציין | הוסיפ\w* | הוסיף | מסר\w* | דיווח\w* | הדגיש\w* | הסביר\w* | טען | טענ\w* |
  כך הודיע\w*
according: לפי | על פי | לדברי
""",
}
"""For each language, what a list is called and its patterns, parted by bars with spaces around them."""

_JOINED = {"ar": "[وف]?", "he": "[וש]?"}
"""The little words that some languages write as one with the next: "and", "then", "that"."""

_BREAKS = {
    "en": re.compile(
        r"[;:]\s|\s?[—–]\s?|\s-\s|,\s+(?=and\s(?:he|she|it|they|we|will|is|are|was|were|has|have|had|\w{3,}ed)\b)"
        r"|,[\"”]?\s+(?=(?:but|while|which|who|whose|where|when|after|before|as|although|though|because|since"
        r"|according|following|with|adding|noting|saying|including|despite|so|then|to be|signed|held|\w+ing)\b)"
        r"|\s(?=(?:while|although|because|after|before|which|who|that|whereas|but|ahead of|following|at which"
        r"|under which)\s)"
        r"|\s(?=(?:and|then)\s(?:(?:he|she|it|they)\s)?(?:will|would|is|are|was|were|has|have|had|\w{3,}ed)\s)",
        re.IGNORECASE,
    )
}
_SIGNS = re.compile(r"[;:؛]\s|\s?[—–]\s?|[,،]\s")
"""What parts clauses in a language of which no more is known."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns of one language. All are looked for in a clause, ignoring case.

    `cancelled`, `postponed`, `halted` (postponed, where it was still to come), `announced`, `doubted`,
    `disputed` (which stands before a clause), `done` (which stands behind it: what was announced is over), `lasting`,
    `wished` and `tentative` (it could be then) give a status; `coming`
    says that what follows is yet to come; `breaks` part a sentence into clauses.
    `says` are verbs of saying, `spoken` those of them that are no deeds by themselves (to announce is one),
    `according` is what stands before a source: these are patterns to be put into others.
    """

    cancelled: re.Pattern[str]
    postponed: re.Pattern[str]
    halted: re.Pattern[str]
    announced: re.Pattern[str]
    doubted: re.Pattern[str]
    disputed: re.Pattern[str]
    done: re.Pattern[str]
    coming: re.Pattern[str]
    wished: re.Pattern[str]
    tentative: re.Pattern[str]
    lasting: re.Pattern[str]
    breaks: re.Pattern[str]
    says: str
    spoken: str
    according: str


@cache
def wording(language: str) -> Wording:
    """Return the wording of a language (a BCP 47 tag), English's where it is not known."""
    tag = language.split("-")[0].lower()
    table = _read(_TABLES.get(tag, _TABLES["en"]))
    says, according = table.pop("says"), table.pop("according")
    spoken = table.pop("spoken", says)
    for name in ("halted", "disputed", "done", "tentative"):
        table.setdefault(name, "(?!)")  # nothing is
    joined = _JOINED.get(tag, "")
    says, spoken, according = (f"{joined}(?:{words})" for words in (says, spoken, according))
    before = rf"(?<!\w){joined}"
    patterns = {name: re.compile(rf"{before}(?:{words})(?!\w)", re.IGNORECASE) for name, words in table.items()}
    breaks = _BREAKS.get(tag if tag in _TABLES else "en", _SIGNS)
    return Wording(breaks=breaks, says=says, spoken=spoken, according=according, **patterns)


def _read(table: str) -> dict[str, str]:
    """A table's lists, each as one pattern; a line that is indented goes on."""
    lines = table.replace("\n  ", " ").strip().splitlines()
    return {
        name: words.strip().replace(" | ", "|").replace("'", "['’]")
        for name, _, words in (line.partition(": ") for line in lines)
    }
