"""French words for time, as news use them."""

from generator.dates.tongues.tongue import listed, tongue_of

_WORDS = """
MONTH 1: janvier, janv
MONTH 2: février, févr, fév
MONTH 4: avril, avr
MONTH 5: mai
MONTH 6: juin
MONTH 7: juillet, juil
MONTH 8: août, aout
MONTH 9: septembre, sept
MONTH 10: octobre, oct
MONTH 11: novembre, nov
MONTH 12: décembre, déc
WEEKDAY 1: lundi
WEEKDAY 2: mardi
WEEKDAY 3: mercredi
WEEKDAY 4: jeudi
WEEKDAY 5: vendredi
WEEKDAY 6: samedi
WEEKDAY 7: dimanche
SEASON 21: printemps
SEASON 23: automne
SEASON 24: hiver
UNIT hour: heure
UNIT hour many: heures
UNIT minute: minute
UNIT minute many: minutes
UNIT day: jour, journée
UNIT day many: jours
UNIT week: semaine
UNIT week many: semaines
UNIT weekend: week - end, weekend, fin de semaine
UNIT month: mois
UNIT quarter: trimestre
UNIT quarter many: trimestres
UNIT semester: semestre
UNIT year: an, année
UNIT year many: ans, années
UNIT decade: décennie
UNIT decade many: décennies
UNIT century: siècle
UNIT century many: siècles
NUMBER 15+UNIT day: quinze jours
OTHER avait: pourrait avoir, pourraient avoir
YEARS: les années, des années, aux années
NUMBER 1: un, une
NUMBER 2: deux
NUMBER 3: trois
NUMBER 4: quatre
NUMBER 5: cinq
NUMBER 6: six
NUMBER 7: sept ans
NUMBER 8: huit
NUMBER 9: neuf
NUMBER 10: dix, dizaine de, une dizaine de
NUMBER 11: onze
NUMBER 12: douze
NUMBER 15: quinze
NUMBER 20: vingt, une vingtaine de
NUMBER 30: trente, une trentaine de
NUMBER 40: quarante
NUMBER 50: cinquante
NUMBER 100: cent
SOME: quelques, plusieurs
ORDINAL 1: premier, première, 1er, 1re
ORDINAL 2: deuxième, second, seconde
ORDINAL 3: troisième
ORDINAL 4: quatrième
DECADE 1950: années cinquante, années 1950
DECADE 1960: années soixante
DECADE 1970: années soixante - dix
DECADE 1980: années quatre - vingt, années quatre - vingts
DECADE 1990: années quatre - vingt - dix
DAYREL 0: aujourd ' hui, ce matin, cet après - midi, ce soir, cette nuit
DAYREL -1: hier, hier soir, hier matin
DAYREL 1: demain, demain matin, demain soir
DAYREL -2: avant - hier
DAYREL 2: après - demain
DAYREF 0: le même jour, le jour même, même jour, ce jour - là, ce même jour
DAYREF 1: le lendemain, lendemain, le jour suivant, le jour d ' après
DAYREF -1: la veille, veille, le jour précédent
LAST: dernier, dernière, passé, passée, écoulé, écoulée
LAST many: derniers, dernières, passés, passées, écoulés, écoulées
PRIOR: précédent, précédente, d ' avant
THIS: ce, cet, cette
NEXT: prochain, prochaine
NEXT many: prochains, prochaines, à venir
FOLLOWING: suivant, suivante
AGO: il y a, voilà, voici
AGO since: depuis
LATER: plus tard
LATER after: après
EARLIER: plus tôt, auparavant
EARLIER before: avant
HENCE in: dans, d ' ici
HENCE: sous
PART early: début, au début, au début de, au début du, début de, du début, le début de, les premiers jours de, \
au début de l ', en début de, en début d ', au début des
PART mid: mi -, la mi -, à la mi -, milieu, au milieu de, au milieu du, au milieu des
PART late: fin, la fin de, la fin du, fin de, à la fin de, à la fin du, la fin de l ', à la fin de l ', la fin, \
fin du, la fin des, à la fin des, en fin de, en fin d '
BY by: d ' ici le, d ' ici au, d ' ici à, d ' ici la, d ' ici, au plus tard, au plus tard le, pas plus tard que
BY until: jusqu ' au, jusqu ' à, jusqu ' en, jusque
BY since: à partir du, à partir de, à partir d ', à compter du, dès, dès le, depuis le, depuis la, depuis l '
BY since: pas avant, pas avant le, pas avant la, au plus tôt, au plus tôt le, au plus tôt en, au plus tôt à
BY by: avant que
BY before: avant le, avant la, avant l '
BY after: après le, après la
IN: en, pendant, durant, lors, pour, au cours, courant
OF: de, d ', du, des
THE: le, la, les, l '
AND: et, ou
TO: au, à, aux
FROM: entre
APPROX: environ, près de, plus de, moins de, vers, autour de, quelque, au moins, presque, à peine
ALL: tout, toute, toutes les, tous les
PARTDAY: matin, matinée, après - midi, soir, soirée, nuit, midi, minuit, aube
EVERY: chaque
RECURS: quotidiennement, hebdomadaire, mensuel, annuel, annuelle, annuellement
VAGUE back: récemment, dernièrement, naguère, autrefois, il y a peu, il y a longtemps, ces derniers temps
VAGUE on: bientôt, prochainement, sous peu, à l ' avenir, dans un avenir proche, ultérieurement, tôt ou tard, \
à terme, dans l ' immédiat
VAGUE now: maintenant, actuellement, à présent, en ce moment, désormais
VAGUE then: à l ' époque, à ce moment - là, entre - temps
ERA bc: av . j . - c, avant jésus - christ
ERA ad: apr . j . - c
HOLIDAY 12-25: noël
HOLIDAY 12-31: la saint - sylvestre
HOLIDAY 11-01: toussaint
HOLIDAY 08-15: assomption
HOLIDAY easter-2: vendredi saint
HOLIDAY easter: pâques
HOLIDAY easter1: lundi de pâques
HOLIDAY easter39: ascension
HOLIDAY easter49: pentecôte
"""

_WEAK = """
MONTH 3: mars
SEASON 22: été
"""

TONGUE = tongue_of(
    "fr",
    _WORDS,
    _WEAK,
    years=listed("an année années"),
    people=listed("""personnes hommes femmes enfants habitants euros soldats morts blessés millions pages mètres
        kilomètres tonnes dollars"""),
    will=listed("""va vont sera seront aura auront devra devront pourra pourront doit doivent devrait devraient
        prévoit prévoient prévu prévue prévus prévues prévoyait compte attendu attendue attendus fera feront ira iront
        viendra tiendra tiendront verra prochaine entend souhaite veut pourrait pourraient"""),
    put_off=listed("reporté reportée reportés reportées repoussé repoussée ajourné ajournée différé"),
    was=listed("""a ont avait avaient était étaient fut furent eut eurent est été fit dit eu fait pris mis ai avons"""),
    agreed=listed("accepté décidé promis convenu menacé acceptent décident"),
    to_come=r" (?:de |d['’]|à )\w+(?:er|ir|re)\b",
    no=listed("pas jamais"),
    but=listed("mais"),
    clauses=listed("qui dont où"),
    participles=("é", "ée", "és", "ées"),
    changes=listed("monté montée passé passée grimpé porté élevé augmenté tombé baissé monte grimpe passe élève"),
    to=listed("à"),
    labels=listed("chambre vol page salle article"),
    past_endings=("èrent", "aient"),
    future_endings=("era", "eront", "erait", "eraient", "iront", "ira", "ndra", "ndront", "ttra", "ttront"),
)
