"""Spanish words for time, as news use them."""

from generator.dates.tongues.tongue import listed, tongue_of

_WORDS = """
MONTH 1: enero, ene
MONTH 2: febrero, feb
MONTH 3: marzo
MONTH 4: abril, abr
MONTH 5: mayo
MONTH 6: junio, jun
MONTH 7: julio, jul
MONTH 8: agosto, ago
MONTH 9: septiembre, setiembre, sept, sep
MONTH 10: octubre, oct
MONTH 11: noviembre, nov
MONTH 12: diciembre, dic
WEEKDAY 1: lunes
WEEKDAY 2: martes
WEEKDAY 3: miércoles, miercoles
WEEKDAY 4: jueves
WEEKDAY 5: viernes
WEEKDAY 6: sábado, sabado
WEEKDAY 7: domingo
SEASON 21: primavera
SEASON 22: verano
SEASON 23: otoño
SEASON 24: invierno
UNIT hour: hora
UNIT hour many: horas
UNIT minute: minuto
UNIT minute many: minutos
UNIT day: día, dia, jornada
UNIT day many: días, dias
UNIT week: semana
UNIT week many: semanas
UNIT weekend: fin de semana
UNIT month: mes
UNIT month many: meses
UNIT quarter: trimestre
UNIT quarter many: trimestres
UNIT semester: semestre
UNIT year: año
UNIT year many: años
UNIT decade: década
UNIT decade many: décadas
UNIT century: siglo
UNIT century many: siglos
OTHER había: podría haber, podrían haber
YEARS: los años, década de, década de los
ARTICLE: un, una
NUMBER 2: dos, par de, un par de
NUMBER 3: tres
NUMBER 4: cuatro
NUMBER 5: cinco
NUMBER 6: seis
NUMBER 7: siete
NUMBER 8: ocho
NUMBER 9: nueve
NUMBER 10: diez, decena de
NUMBER 11: once
NUMBER 12: doce, docena de
NUMBER 15: quince
NUMBER 20: veinte
NUMBER 30: treinta
NUMBER 40: cuarenta
NUMBER 50: cincuenta
NUMBER 100: cien
SOME: varios, varias, algunos, algunas, unos, unas, pocos, pocas, unos pocos, muchos
ORDINAL 1: primer, primero, primera
ORDINAL 2: segundo, segunda
ORDINAL 3: tercer, tercero, tercera
ORDINAL 4: cuarto, cuarta
DECADE 1920: años veinte
DECADE 1930: años treinta
DECADE 1940: años cuarenta
DECADE 1950: años cincuenta
DECADE 1960: años sesenta
DECADE 1970: años setenta
DECADE 1980: años ochenta
DECADE 1990: años noventa
DAYREL 0: hoy, esta mañana, esta tarde, esta noche
DAYREL -1: ayer, anoche, ayer por la tarde, ayer por la noche, ayer por la mañana
DAYREL 1: mañana, mañana por la tarde, mañana por la noche
DAYREL -2: anteayer, antier, antes de ayer
DAYREL 2: pasado mañana
DAYREF 0: mismo día, ese mismo día, el mismo día, aquel día, ese día
DAYREF 1: día siguiente, al día siguiente, el día siguiente, un día después
DAYREF -1: día anterior, el día anterior, víspera, la víspera, un día antes
LAST: último, última, pasado, pasada
LAST many: últimos, últimas, pasados, pasadas
PRIOR: anterior, previo, previa
THIS: este, esta, presente
THAT: ese, esa, aquel, aquella
NEXT: próximo, próxima, que viene, entrante
NEXT many: próximos, próximas, venideros
FOLLOWING: siguiente
AGO: hace, atrás
AGO since: desde hace
LATER: después, más tarde, luego, al cabo de
EARLIER: antes
HENCE: dentro de
PART early: principios de, a principios de, comienzos de, a comienzos de, inicios de, a inicios de, principios del, \
a principios del, el inicio del, a comienzos del, a inicios del, principio de
PART mid: mediados de, a mediados de, mediados del, a mediados del
PART late: finales de, a finales de, fines de, a fines de, finales del, a finales del, el fin de, final de, \
fines del, a fines del, el final del, fin de, el final de, final del
BY by: a más tardar, a más tardar el, para antes del
BY until: hasta, hasta el, hasta la
BY since: desde, desde el, desde la, a partir del, a partir de
BY since: no antes de, no antes del, como pronto en, como muy pronto en, como muy pronto el, como pronto el
BY by: antes de que termine, antes de que acabe, antes de que finalice, antes de que concluya
BY before: antes de, antes del, antes de la
BY after: después del, después de, tras el, luego del
IN in: en
IN: durante, por, para, sobre, a lo largo de, a lo largo del
OF: de, del
THE: el, la, los, las, lo
AND: y, o, e
TO: al, a
FROM: entre
APPROX: unos, casi, más de, menos de, cerca de, alrededor de, aproximadamente, al menos, apenas, hacia, hacia el
ALL: todo, toda, todo el, toda la
PARTDAY: tarde, noche, madrugada, mediodía, medianoche, la mañana
EVERY: cada, todos los, todas las, por
RECURS: diariamente, semanal, mensual, anual, anualmente, semanalmente, mensualmente
VAGUE back: recientemente, últimamente, hace poco, hace mucho, antaño, hace tiempo, en los últimos tiempos
VAGUE on: pronto, próximamente, en breve, en el futuro, tarde o temprano, en un futuro próximo, en un futuro cercano, \
más adelante
VAGUE now: ahora, actualmente, en la actualidad, hoy en día, en este momento
VAGUE then: entonces, en aquel entonces, mientras tanto, en ese momento
ERA bc: a . c, antes de cristo
ERA ad: d . c, después de cristo
HOLIDAY 12-25: navidad
HOLIDAY 12-24: nochebuena
HOLIDAY 12-31: nochevieja
HOLIDAY 01-01: año nuevo
HOLIDAY easter-3: jueves santo
HOLIDAY easter-2: viernes santo
HOLIDAY easter: domingo de resurrección, domingo de pascua
"""

TONGUE = tongue_of(
    "es",
    _WORDS,
    years=listed("año"),
    people=listed("""personas hombres mujeres niños habitantes euros soldados muertos heridos millones pesos
        dólares páginas metros kilómetros toneladas"""),
    will=listed("""va van será serán tendrá tendrán podrá habrá debe deben prevé prevén previsto prevista previstos
        planea planean espera esperan espere hará harán irá vendrá dará saldrá deberá pretende busca quiere
        celebre podría podrían"""),
    put_off=listed(
        "aplazó aplazado aplazada aplazaron pospuso pospuesto pospuesta pospusieron postergado postergada retrasado"
    ),
    was=listed("""fue fueron era eran había habían ha han hubo estaba estaban hizo hicieron dijo dijeron tuvo tuvieron
        dio vino puso quiso pudo supo estuvo sido murió"""),
    agreed=listed(
        "acordaron acordó acordado decidió decidieron decidido prometió prometieron aceptó aceptaron amenazó"
    ),
    to_come=r" (?:a )?\w+(?:ar|er|ir)\b",
    no=listed("no nunca"),
    but=listed("pero sino"),
    clauses=listed("que quien quienes donde cuyo cuya"),
    participles=("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"),
    changes=listed(
        "subió subieron aumentó aumentaron cayó cayeron bajó bajaron ascendió ascendieron creció llegó elevó"
    ),
    to=listed("a"),
    labels=listed("habitación sala vuelo página artículo"),
    past_endings=("ó", "aron", "ieron", "aba", "aban"),
    future_endings=("ará", "erá", "irá", "arán", "erán", "irán", "drá", "drán"),
)
