"""German words for time, as news use them."""

from generator.dates.tongues.tongue import listed, tongue_of

_WORDS = """
MONTH 1: januar, jänner, jan
MONTH 2: februar, feber, feb
MONTH 3: märz, mrz
MONTH 4: april, apr
MONTH 5: mai
MONTH 6: juni
MONTH 7: juli
MONTH 8: august, aug
MONTH 9: september, sept, sep
MONTH 10: oktober, okt
MONTH 11: november, nov
MONTH 12: dezember, dez
WEEKDAY 1: montag, montags, montagmorgen, montagabend, montagnachmittag, montagvormittag
WEEKDAY 2: dienstag, dienstags, dienstagmorgen, dienstagabend, dienstagnachmittag, dienstagvormittag
WEEKDAY 3: mittwoch, mittwochs, mittwochmorgen, mittwochabend, mittwochnachmittag, mittwochvormittag
WEEKDAY 4: donnerstag, donnerstags, donnerstagmorgen, donnerstagabend, donnerstagnachmittag, donnerstagvormittag
WEEKDAY 5: freitag, freitags, freitagmorgen, freitagabend, freitagnachmittag, freitagvormittag
WEEKDAY 6: samstag, sonnabend, samstags, samstagmorgen, samstagabend, samstagnachmittag
WEEKDAY 7: sonntag, sonntags, sonntagmorgen, sonntagabend, sonntagnachmittag
SEASON 21: frühling, frühjahr, frühlings
SEASON 22: sommer, sommers
SEASON 23: herbst, herbstes
SEASON 24: winter, winters
UNIT hour: stunde
UNIT hour many: stunden
UNIT minute: minute
UNIT minute many: minuten
UNIT day: tag, tages
UNIT day many: tage, tagen
UNIT week: woche
UNIT week many: wochen
UNIT weekend: wochenende, wochenendes
UNIT month: monat, monats
UNIT month many: monate, monaten
UNIT quarter: quartal, quartals
UNIT quarter many: quartale, quartalen
UNIT semester: halbjahr, halbjahres, jahreshälfte
UNIT year: jahr, jahres, jahre
UNIT year many: jahren
UNIT decade: jahrzehnt, jahrzehnts
UNIT decade many: jahrzehnte, jahrzehnten
UNIT century: jahrhundert, jahrhunderts
UNIT century many: jahrhunderte, jahrhunderten
THIS+UNIT year: heuer
PART late+UNIT year: jahresende
PART early+UNIT year: jahresbeginn, jahresanfang
PART mid+UNIT year: jahresmitte
PART late+UNIT month: monatsende
PART early+UNIT month: monatsanfang
PART early+UNIT week: wochenbeginn
LAST+UNIT year: vorjahr, vorjahres
LAST+UNIT month: vormonat
LAST+UNIT week: vorwoche
ARTICLE: ein, eine, einem, einer, einen
NUMBER 2: zwei
NUMBER 3: drei
NUMBER 4: vier
NUMBER 5: fünf
NUMBER 6: sechs
NUMBER 7: sieben
NUMBER 8: acht
NUMBER 9: neun
NUMBER 10: zehn
NUMBER 11: elf
NUMBER 12: zwölf
NUMBER 14: vierzehn
NUMBER 15: fünfzehn
NUMBER 20: zwanzig
NUMBER 30: dreißig, dreissig
NUMBER 40: vierzig
NUMBER 50: fünfzig
NUMBER 100: hundert
SOME: einige, einigen, mehrere, mehreren, wenige, wenigen, ein paar, vielen, viele, etlichen
ORDINAL 1: erste, ersten, erster, erstes, erstem
ORDINAL 2: zweite, zweiten, zweiter, zweites
ORDINAL 3: dritte, dritten, drittes
ORDINAL 4: vierte, vierten, viertes
DECADE 1920: zwanziger, zwanzigerjahre, zwanzigerjahren
DECADE 1930: dreißiger, dreißigerjahre, dreißigerjahren
DECADE 1940: vierzigerjahre, vierzigerjahren, vierziger
DECADE 1950: fünfziger, fünfzigerjahre, fünfzigerjahren
DECADE 1960: sechziger, sechzigerjahre, sechzigerjahren
DECADE 1970: siebziger, siebzigerjahre, siebzigerjahren
DECADE 1980: achtziger, achtzigerjahre, achtzigerjahren
DECADE 1990: neunziger, neunzigerjahre, neunzigerjahren
DAYREL 0: heute, heute morgen, heute abend, heute früh, heute nachmittag, heute vormittag
DAYREL -1: gestern, gestern abend, gestern morgen
DAYREL 1: morgen, morgen abend, morgen früh, morgen vormittag
DAYREL -2: vorgestern
DAYREL 2: übermorgen
DAYREF 0: am selben tag, am gleichen tag, selben tag, gleichen tag, am selben abend, noch am selben tag
DAYREF 1: am nächsten tag, am folgenden tag, am tag darauf, tags darauf, am darauffolgenden tag, \
am nächsten morgen, einen tag später
DAYREF -1: am vortag, vortag, am tag zuvor, tags zuvor, am vorabend
LAST: letzte, letzten, letzter, letztes, letztem, vergangene, vergangenen, vergangenes, vergangener, vergangenem, \
vorige, vorigen, voriges, voriger
PRIOR: vorangegangenen, vorherigen, vorhergehenden
THIS: diese, diesen, diesem, dieses, dieser, laufenden, laufende
THAT: jenes, jenem, jener, selben, gleichen
NEXT: nächste, nächsten, nächstes, nächster, nächstem, kommende, kommenden, kommender, kommendes
FOLLOWING: folgende, folgenden, folgendes, darauffolgenden
AGO before: vor
AGO since: seit
LATER: später, danach
EARLIER: zuvor, früher, davor, vorher
HENCE in: in
HENCE: binnen
HENCE after: nach
PART early: anfang, zu beginn, beginn, zu beginn des, anfang des, zu beginn der, beginn des, anfang der
PART mid: mitte, mitte des, mitte der
PART late: ende, ende des, ende der, spät, zum ende des, gegen ende des
BY by: bis spätestens, spätestens, spätestens am, spätestens bis, bis zum, bis zur
BY until: bis, bis in
BY since: ab, ab dem, seit dem, seit der, ab der
BY since: frühestens, frühestens im, frühestens am, frühestens ab, nicht vor, nicht vor dem, nicht vor der
BY by: bevor
DATE 2001-9-11: 9 / 11
BY before: vor dem, vor der
BY after: nach dem, nach der
IN: am, im, an, bei, beim, während, innerhalb, um, für, auf, zum, zur
OF: des, von, vom jahr
THE: der, die, das, den, dem
AND: und, oder, sowie
FROM: vom, von, zwischen
APPROX: etwa, rund, ungefähr, fast, knapp, mehr als, über, gut, circa, ca, gegen, mindestens, gerade einmal
ALL: ganze, ganzen, gesamten, ganzes, gesamte, laufe des, im laufe des, im laufe der, verlauf des
PARTDAY: vormittag, nachmittag, abend, nacht, mittag, mitternacht, am morgen
EVERY: jeden, jede, jedes, jeder, pro, alle
RECURS: täglich, wöchentlich, monatlich, jährlich, alljährlich, stündlich
VAGUE back: kürzlich, neulich, unlängst, jüngst, vor kurzem, vor langer zeit, zuletzt, in jüngster zeit, einst
VAGUE on: bald, demnächst, in kürze, künftig, in zukunft, in naher zukunft, in absehbarer zeit, früher oder später, \
schon bald, zu einem späteren zeitpunkt
VAGUE now: jetzt, derzeit, zurzeit, momentan, gegenwärtig, nun
VAGUE then: damals, seinerzeit, inzwischen, zur selben zeit
ERA bc: v . chr, vor christus
ERA ad: n . chr, nach christus
HOLIDAY 12-25: weihnachten
HOLIDAY 12-24: heiligabend, heiligabends
HOLIDAY 12-31: silvester
HOLIDAY 01-01: neujahr
HOLIDAY easter-2: karfreitag
HOLIDAY easter: ostern, ostersonntag
HOLIDAY easter1: ostermontag
HOLIDAY easter49: pfingsten, pfingstsonntag
HOLIDAY easter50: pfingstmontag
HOLIDAY easter39: christi himmelfahrt
"""

TONGUE = tongue_of(
    "de",
    _WORDS,
    years=listed("jahr jahre jahren jahres"),
    people=listed("""menschen personen männer frauen kinder euro soldaten einwohner tote verletzte mitarbeiter
        millionen seiten meter kilometer tonnen dollar"""),
    will=listed("""wird werden werde soll sollen will wollen plant planen geplant vorgesehen erwartet erwarten
        möchte möchten beabsichtigt beginnt beginnen findet finden tritt treten läuft endet reist reisen steht muss
        müssen kann können dürfte dürften könnte könnten"""),
    agreed=listed(
        "vereinbarten vereinbarte beschlossen beschloss versprach versprachen einigten kündigte kündigten drohte"
    ),
    to_come=r"[^.!?\n]{0,80},$",
    no=listed("nicht kaum nie"),
    but=listed("aber jedoch doch"),
    changes=listed("""stieg stiegen sank sanken wuchs wuchsen fiel fielen kletterte gestiegen gesunken gewachsen
        erhöht"""),
    to=listed("auf"),
    labels=listed("zimmer flug raum seite artikel paragraf"),
    put_off=listed("verschoben vertagt verschob verlegt vertagte"),
    was=listed("""war waren hatte hatten wurde wurden hat haben ist sind worden gewesen sagte kam kamen ging gingen
        gab fand fanden traf trafen begann begannen nahm nahmen ließ starb starben schloss trat traten stieg
        sank rief lag fiel fielen hielt hielten stand sprach sprachen schrieb verlor gewann griff griffen schoss
        floh flohen"""),
    past_endings=("te", "ten"),
    capitals=True,
    dotted_days=True,
)
