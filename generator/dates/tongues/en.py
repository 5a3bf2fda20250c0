"""English words for time, as news use them."""

from generator.dates.tongues.tongue import listed, tongue_of

_WORDS = """
MONTH 1: january, jan
MONTH 2: february, feb
MONTH 4: april, apr
MONTH 6: june, jun
MONTH 7: july, jul
MONTH 8: august, aug
MONTH 9: september, sept, sep
MONTH 10: october, oct
MONTH 11: november, nov
MONTH 12: december, dec
WEEKDAY 1: monday, mon
WEEKDAY 2: tuesday, tues, tue
WEEKDAY 3: wednesday, weds
WEEKDAY 4: thursday, thurs, thur, thu
WEEKDAY 5: friday, fri
WEEKDAY 6: saturday
WEEKDAY 7: sunday
SEASON 21: spring, springtime
SEASON 22: summer, summertime
SEASON 23: autumn
SEASON 24: winter, wintertime
UNIT hour: hour
UNIT hour many: hours, hrs
UNIT minute: minute
UNIT minute many: minutes
UNIT day: day
UNIT day many: days
UNIT week: week, wk
UNIT week many: weeks
UNIT weekend: weekend
UNIT weekend many: weekends
UNIT fortnight: fortnight
UNIT month: month
UNIT month many: months
UNIT quarter: quarter, fiscal quarter
UNIT quarter many: quarters
OTHER: three quarters, three - quarters
UNIT half: half
PART mid+UNIT year: midyear
LAST+UNIT year: year - ago, year - earlier
OTHER: as many, could not
OTHER had: could have, may have, might have, would have, should have, had been expected, had been due, had been set, \
had been scheduled, had been planned, had been supposed, had been slated, had planned, had expected, had hoped, \
had intended, had been hoping
OTHER ended: week ended, week ending, month ended, month ending, quarter ended, quarter ending, year ended, year ending
UNIT year: year, yr, yearlong, fiscal year, calendar year, school year, academic year
OTHER: fiscal year ended, fiscal year ending, fiscal year that ended, fiscal quarter ended, fiscal quarter ending
UNIT year many: years, yrs
UNIT decade: decade
UNIT decade many: decades
UNIT century: century
UNIT century many: centuries
NUMBER 1: one
NUMBER 2: two, couple of, couple
NUMBER 3: three
NUMBER 4: four
NUMBER 5: five
NUMBER 6: six
NUMBER 7: seven
NUMBER 8: eight
NUMBER 9: nine
NUMBER 10: ten
NUMBER 11: eleven
NUMBER 12: twelve, dozen
NUMBER 13: thirteen
NUMBER 14: fourteen
NUMBER 15: fifteen
NUMBER 16: sixteen
NUMBER 17: seventeen
NUMBER 18: eighteen
NUMBER 19: nineteen
NUMBER 20: twenty
NUMBER 30: thirty
NUMBER 40: forty
NUMBER 50: fifty
NUMBER 60: sixty
NUMBER 100: hundred
ARTICLE: a, an
SOME: few, several, many, some, handful of, number of, dozens of, couple more
ORDINAL 1: first
ORDINAL 2: second
ORDINAL 3: third
ORDINAL 4: fourth
ORDINAL 5: fifth
ORDINAL 6: sixth
ORDINAL 7: seventh
ORDINAL 8: eighth
ORDINAL 9: ninth
ORDINAL 10: tenth
ORDINAL 11: eleventh
ORDINAL 12: twelfth
ORDINAL 13: thirteenth
ORDINAL 14: fourteenth
ORDINAL 15: fifteenth
ORDINAL 16: sixteenth
ORDINAL 17: seventeenth
ORDINAL 18: eighteenth
ORDINAL 19: nineteenth
ORDINAL 20: twentieth
DECADE 1920: twenties
DECADE 1930: thirties
DECADE 1940: forties
DECADE 1950: fifties
DECADE 1960: sixties
DECADE 1970: seventies
DECADE 1980: eighties
DECADE 1990: nineties
DAYREL 0: today, tonight, earlier today, later today, overnight
DAYREL -1: yesterday, last night, overnight yesterday
DAYREL 1: tomorrow
DAYREL -2: day before yesterday, the day before yesterday
DAYREL 2: day after tomorrow, the day after tomorrow
DAYREF 0: same day, same night, same evening, that day, that night, that same day, that evening, that morning, \
that afternoon, same morning, same afternoon, that very day
DAYREF 1: next day, following day, day after, next morning, following morning, next night, following night, \
following evening, next afternoon
DAYREF -1: day before, previous day, day earlier, a day earlier, preceding day, eve, previous night, night before, \
previous evening, evening before
LAST: last, past
PRIOR: preceding, prior, previous
THIS: this, current
THAT: that, same
NEXT: next, coming, upcoming
FOLLOWING: following
AGO: ago
LATER: later, afterwards, afterward, after, on
EARLIER: earlier, before, previously, beforehand
PART early: early, earlier in, early in, the beginning of, the start of, beginning of, start of, the early part \
of, the early days of, opening days of, the opening days of
PART mid: mid, middle of, the middle of
PART late: late, later in, late in, the end of, end of, the latter part of, the close of, the final days of, the \
last days of, the end of the, close of
BY by: by, no later than, not later than, before the end of, ahead of
BY until: until, till, up to, through, up until
BY since: since, starting, beginning, as of, from, no earlier than, not earlier than, no sooner than, not before, \
not until
EARLIEST: at the earliest, at the very earliest
DATE 2001-9-11: 9 / 11
BY before: before, prior to
BY after: after
IN in: in
IN: effective, within, on, at, during, over, throughout, inside, around, about, for, across
OF: of, of fiscal, of fiscal year
THE: the
AND: and, or, as well as
TO: to
TO until: until, till
TO through: through, thru
FROM from: from
FROM: between
APPROX: approximately, circa, nearly, almost, roughly, some, just, over, under, exactly, barely, at least, more \
than, less than, about, around, just over, just under, around the, well over, only, a little more than
ALL: whole, entire, rest of, remainder of, course of, full
PARTDAY: morning, afternoon, evening, night, midday, noon, midnight, dawn, dusk, nightfall, sunrise, sunset, lunchtime
EVERY: every, each, per
RECURS: annually, annual, yearly, monthly, weekly, daily, quarterly, biannual, nightly
VAGUE back: first term, previous term, recently, recent, lately, long ago, in the past, in recent times, the \
other day, not long ago, in recent memory
VAGUE on: year ahead, years ahead, months ahead, weeks ahead, days ahead, soon, shortly, in the future, near \
future, in the near future, the near future, in due course, eventually, in the foreseeable future, imminently, \
sooner or later, at a later date, at a later stage, in time, foreseeable future, down the road, in the \
long run, at a later time
VAGUE now: now, currently, at present, presently, nowadays, these days, at the moment, at this time
VAGUE then: at the time, at that time, at the same time, meanwhile
ERA bc: bc, bce, b . c, b . c . e
ERA ad: ad, ce
HOLIDAY 01-01: new year ' s day
HOLIDAY 12-31: new year ' s eve
HOLIDAY 12-31: year end, year - end, yearend
HOLIDAY 12-25: christmas, christmas day
HOLIDAY 12-24: christmas eve
HOLIDAY 10-31: halloween
HOLIDAY 02-14: valentine ' s day
HOLIDAY 07-04: independence day
HOLIDAY thu-11-4: thanksgiving, thanksgiving day
HOLIDAY mon-9-1: labor day
HOLIDAY mon-5-l: memorial day
HOLIDAY mon-1-3: martin luther king day, martin luther king jr . day
HOLIDAY mon-2-3: presidents ' day, presidents day
HOLIDAY mon-10-2: columbus day
HOLIDAY 11-11: veterans day, armistice day
HOLIDAY 12-26: boxing day
HOLIDAY easter-2: good friday
HOLIDAY easter: easter, easter sunday
HOLIDAY easter1: easter monday
"""

_WEAK = """
MONTH 3: march, mar
MONTH 5: may
WEEKDAY 6: sat
WEEKDAY 7: sun
WEEKDAY 3: wed
SEASON 23: fall
"""

TONGUE = tongue_of(
    "en",
    _WORDS,
    _WEAK,
    will=listed("""will shall going must planned plans plan scheduled expected expects expect set due upcoming
        forthcoming intends intend hopes hope aims aim slated poised tentatively anticipated ll to-be next could
        may might would wouldn should"""),
    no=listed("not never unlikely t"),
    to_come=r"(?: \w+){0,3}? to (?!the |an? |its |his |her |their |our |any |all )[a-z]+(?:[^\Ws]|ss)\b",
    agreed=listed("""agreed agree agrees vowed vow pledged pledge promised promise decided decides offered threatened
        wants wanted intended hoped aimed sought seeks seek voted prepares preparing prepared ordered"""),
    but=listed("but"),
    clauses=listed("which who whose whom where"),
    changes=listed("""rose risen rise rises climbed climbs grew grown grows increased increases fell fallen falls
        dropped drops declined declines jumped jumps surged soared swelled rising climbing growing dropping
        falling"""),
    to=listed("to"),
    labels=listed("room rooms flight flights route highway page pages suite apartment channel gate locker cell"),
    put_off=listed("postponed delayed deferred rescheduled adjourned shelved pushed put moved"),
    was=listed("""was were had did has have been said told took met held made came went became began gave got left led
        won lost sent spoke saw found brought built bought caught chose drew fell felt fought flew grew
        heard kept knew laid lay meant paid put ran rose sat sold shot stood struck swore taught thought
        threw wore wrote broke drove sought hit cut beat bore bound hurt let quit read shut split spread
        sank shook sang woke forgave withdrew overthrew undertook oversaw
        died fled lied tied sued spent lent dealt swept slept wept shed slid hid dug swung
        stuck spun blew arose tore stole froze rode clung fed bred sped"""),
    past_endings=("ed",),
    be=listed("is are was were be been being am"),
    people=listed("""people men women million pages words copies dollars euros pounds miles kilometers kilometres
        meters metres feet tons tonnes acres hectares barrels"""),
    month_first=True,
    capitals=True,
)
