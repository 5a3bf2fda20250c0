"""Expressions of time in sentences as news write them, in seven languages and beyond: words, and what they mean."""

import json
from datetime import date
from pathlib import Path

import pytest

from generator.dates.expressions import expressions
from generator.dates.tongues import KNOWN

DAY = date(2025, 11, 6)
"""A Thursday, on which every sentence without a day of its own is published."""

Told = list[tuple[str, str]]

ENGLISH: list[tuple[str, Told]] = [
    ("Talks will resume in early June.", [("in early June", "2026-06")]),
    ("A deal must be reached by July 24.", [("by July 24", "../2026-07-24")]),
    ("The ceasefire expires by the end of the year.", [("by the end of the year", "../2025")]),
    ("The law must pass before the end of the month.", [("before the end of the month", "../2025-11")]),
    ("It was popular in the 1990s and the mid-1980s.", [("in the 1990s", "199X"), ("the mid-1980s", "198X")]),
    ("The court ruled in the summer of 2024.", [("in the summer of 2024", "2024-22")]),
    ("Profit fell in the third quarter.", [("in the third quarter", "2025-07/2025-09")]),
    ("Sales rose in the first quarter of 2024.", [("in the first quarter of 2024", "2024-01/2024-03")]),
    ("The talks on July 21 and 22 failed.", [("on July 21 and 22", "2025-07-21/2025-07-22")]),
    ("It ran from May 3 to June 5, 2024.", [("from May 3 to June 5, 2024", "2024-05-03/2024-06-05")]),
    ("The siege lasted from 1939 to 1945.", [("from 1939 to 1945", "1939/1945")]),
    ("They met on Thursday.", [("on Thursday", "2025-11-06")]),
    ("They will meet on Thursday.", [("on Thursday", "2025-11-06")]),
    ("They met on Monday.", [("on Monday", "2025-11-03")]),
    ("They will meet on Monday.", [("on Monday", "2025-11-10")]),
    ("In December the court ruled.", [("In December", "2024-12")]),
    ("The summit will be held in February.", [("in February", "2026-02")]),
    ("The court ruled more than 30 years ago.", [("more than 30 years ago", "1995")]),
    ("He may come in May and march in March.", [("in May", "2026-05"), ("in March", "2026-03")]),
    ("The Elections will be held in the coming weeks.", [("in the coming weeks", "vague")]),
    ("A deal will be signed soon.", [("soon", "vague")]),
    (
        "On May 3, 2024 he resigned. The same day she was sworn in.",
        [("On May 3, 2024", "2024-05-03"), ("The same day", "2024-05-03")],
    ),
    (
        "On May 3, 2024 he resigned. The next day she was sworn in.",
        [("On May 3, 2024", "2024-05-03"), ("The next day", "2024-05-04")],
    ),
    (
        "MANAMA, Nov 3 (Reuters) - Officials met on Monday and will meet tomorrow.",
        [("Nov 3", "2025-11-03"), ("on Monday", "2025-11-03"), ("tomorrow", "2025-11-04")],
    ),
    ("The talks will resume in two weeks.", [("in two weeks", "2025-11-17/2025-11-23")]),
    ("The wall was built in two weeks.", [("in two weeks", "duration")]),
    ("He said so late last month.", [("late last month", "2025-10")]),
    ("It will close early next year.", [("early next year", "2026")]),
    ("Over the past two years, it lost money.", [("Over the past two years", "duration")]),
    ("For the week ended Oct. 27, sales rose.", [("Oct. 27", "2025-10-27")]),
    (
        "In the nine months ended Sept. 30, profit fell.",
        [("In the nine months", "duration"), ("Sept. 30", "2025-09-30")],
    ),
    ("The deal was signed Nov. 2 in Paris.", [("Nov. 2", "2025-11-02")]),
    ("The Sept. 11 attacks changed it.", [("The Sept. 11", "2025-09-11")]),
    ("Q3 2024 was better.", [("Q3 2024", "2024-07/2024-09")]),
    ("It closed last Friday at 30.", [("last Friday", "2025-10-31")]),
    ("The first half of 2024 was weak.", [("The first half of 2024", "2024-01/2024-06")]),
    ("He left in the second half of the year.", [("in the second half of the year", "2025-07/2025-12")]),
    ("The 19th century ended in war.", [("The 19th century", "18XX")]),
    (
        "They met the day before yesterday and will meet tomorrow.",
        [("the day before yesterday", "2025-11-04"), ("tomorrow", "2025-11-07")],
    ),
    ("The strike ran from Monday to Friday.", [("from Monday to Friday", "2025-11-03/2025-11-07")]),
    ("It lasts from Dec. 20 to Jan. 5.", [("from Dec. 20 to Jan. 5", "2025-12-20/2026-01-05")]),
    ("Until Friday he will wait.", [("Until Friday", "../2025-11-07")]),
    ("Since 2019 it has grown.", [("Since 2019", "2019/..")]),
    ("In 2015 2000 people lived there.", [("In 2015", "2015")]),
    ("They met a few days ago.", [("a few days ago", "vague")]),
    ("In recent weeks prices rose.", [("In recent weeks", "vague")]),
    ("It is due on 3/4/2026 and again on 25/4/2026.", [("on 3/4/2026", "2026-03-04"), ("on 25/4/2026", "2026-04-25")]),
    ("Two days later he was back.", [("Two days later", "2025-11-08")]),
    ("Next month and last year they voted.", [("Next month", "2025-12"), ("last year", "2024")]),
    ("This May they voted.", [("This May", "2025-05")]),
    ("Years ago he left.", [("Years ago", "vague")]),
    ("He stayed for three months.", [("for three months", "duration")]),
    ("They meet every week.", [("every week", "recurring")]),
    ("Mr. May said they march on.", []),
    ("He returned over the weekend.", [("over the weekend", "2025-11-01/2025-11-02")]),
    ("He was born on 1 April 1950.", [("on 1 April 1950", "1950-04-01")]),
    ("They spoke at 10 a.m. EDT Tuesday.", [("at 10 a.m.", "clock"), ("Tuesday", "2025-11-04")]),
]

FRENCH: list[tuple[str, Told]] = [
    ("Ils se sont réunis le jeudi 6 novembre 2025 à Paris.", [("le jeudi 6 novembre 2025", "2025-11-06")]),
    ("Le sommet aura lieu le 1er mai.", [("le 1er mai", "2026-05-01")]),
    ("Il a été élu en mars, le mois dernier.", [("en mars", "2025-03"), ("le mois dernier", "2025-10")]),
    ("Il y a trois ans, la guerre a commencé.", [("Il y a trois ans", "2022")]),
    ("Les négociations reprendront dans deux semaines.", [("dans deux semaines", "2025-11-17/2025-11-23")]),
    ("L'accord doit être signé d'ici le 24 juillet.", [("d'ici le 24 juillet", "../2026-07-24")]),
    ("La conférence se tiendra du 3 au 5 mai 2026.", [("3 au 5 mai 2026", "2026-05-03/2026-05-05")]),
    (
        "Dans les années 1990, la ville a grandi. Les années 90.",
        [("Dans les années 1990", "199X"), ("Les années 90", "199X")],
    ),
    ("Aujourd'hui, hier et demain.", [("Aujourd'hui", "2025-11-06"), ("hier", "2025-11-05"), ("demain", "2025-11-07")]),
    (
        "Au printemps 2024 ; cet été ; l'été dernier.",
        [("printemps 2024", "2024-21"), ("cet été", "2025-22"), ("l'été dernier", "2025-22")],
    ),
    ("Au troisième trimestre 2025, l'inflation a reculé.", [("troisième trimestre 2025", "2025-07/2025-09")]),
    (
        "Le lendemain, il est parti. La veille, il était là.",
        [("Le lendemain", "2025-11-07"), ("La veille", "2025-11-06")],
    ),
    (
        "Bientôt, récemment, dans les prochaines semaines.",
        [("Bientôt", "vague"), ("récemment", "vague"), ("dans les prochaines semaines", "vague")],
    ),
    (
        "En octobre de l'an dernier. D'ici la fin de l'année.",
        [("En octobre de l'an dernier", "2024-10"), ("D'ici la fin de l'année", "../2025")],
    ),
    (
        "Début mai, fin juin. Avant le 15 décembre. Depuis 2019. Depuis trois ans.",
        [
            ("Début mai", "2025-05"),
            ("fin juin", "2025-06"),
            ("Avant le 15 décembre", "../2025-12-15"),
            ("Depuis 2019", "2019/.."),
            ("Depuis trois ans", "2022/.."),
        ],
    ),
]

GERMAN: list[tuple[str, Told]] = [
    (
        "Am Donnerstag, den 6. November 2025, trafen sich die Minister.",
        [("Am Donnerstag, den 6. November 2025", "2025-11-06")],
    ),
    ("Vor drei Jahren begann der Krieg.", [("Vor drei Jahren", "2022")]),
    ("Die Gespräche werden in zwei Wochen fortgesetzt.", [("in zwei Wochen", "2025-11-17/2025-11-23")]),
    ("Bis zum 24. Juli soll ein Abkommen stehen.", [("Bis zum 24. Juli", "../2026-07-24")]),
    ("Die Konferenz findet vom 3. bis 5. Mai statt.", [("vom 3. bis 5. Mai", "2026-05-03/2026-05-05")]),
    (
        "In den 90er Jahren wuchs die Stadt. In den 1990er-Jahren.",
        [("In den 90er Jahren", "199X"), ("In den 1990er", "199X")],
    ),
    ("Heute, gestern und morgen.", [("Heute", "2025-11-06"), ("gestern", "2025-11-05"), ("morgen", "2025-11-07")]),
    ("Im Frühjahr 2024. Im letzten Sommer.", [("Im Frühjahr 2024", "2024-21"), ("Im letzten Sommer", "2025-22")]),
    ("Im dritten Quartal 2025 sank die Inflation.", [("Im dritten Quartal 2025", "2025-07/2025-09")]),
    ("Am Tag darauf reiste er ab. Am selben Tag.", [("Am Tag darauf", "2025-11-07"), ("Am selben Tag", "2025-11-07")]),
    (
        "Bald, kürzlich, in den kommenden Wochen.",
        [("Bald", "vague"), ("kürzlich", "vague"), ("in den kommenden Wochen", "vague")],
    ),
    (
        "Bis Jahresende. Anfang Mai. Ende Oktober. Seit 2019. Seit drei Jahren. Im Jahr 2024 starben 1500 Menschen.",
        [
            ("Bis Jahresende", "../2025"),
            ("Anfang Mai", "2025-05"),
            ("Ende Oktober", "2025-10"),
            ("Seit 2019", "2019/.."),
            ("Seit drei Jahren", "2022/.."),
            ("Im Jahr 2024", "2024"),
        ],
    ),
    (
        "Am 06.11.2025 wurde er gewählt. letzte Woche, nächsten Monat, vor zwei Tagen",
        [
            ("Am 06.11.2025", "2025-11-06"),
            ("letzte Woche", "2025-10-27/2025-11-02"),
            ("nächsten Monat", "2025-12"),
            ("vor zwei Tagen", "2025-11-04"),
        ],
    ),
    ("Vor dem 15. Dezember. bis 2030", [("Vor dem 15. Dezember", "../2025-12-15"), ("bis 2030", "../2030")]),
    (
        "Im 19. Jahrhundert. Nach zwei Tagen kam er.",
        [("Im 19. Jahrhundert", "18XX"), ("Nach zwei Tagen", "2025-11-08")],
    ),
]

SPANISH: list[tuple[str, Told]] = [
    ("La reunión fue el 6 de noviembre de 2025.", [("el 6 de noviembre de 2025", "2025-11-06")]),
    ("El jueves pasado llegó a Madrid.", [("El jueves pasado", "2025-10-30")]),
    ("Hace tres años comenzó la guerra.", [("Hace tres años", "2022")]),
    ("Las negociaciones continuarán dentro de dos semanas.", [("dentro de dos semanas", "2025-11-17/2025-11-23")]),
    ("Debe firmarse antes del 24 de julio.", [("antes del 24 de julio", "../2026-07-24")]),
    ("La conferencia será del 3 al 5 de mayo.", [("3 al 5 de mayo", "2026-05-03/2026-05-05")]),
    (
        "En los años 90, en los años noventa. En la década de 1990.",
        [("En los años 90", "199X"), ("En la década de 1990", "199X")],
    ),
    ("Hoy, ayer y mañana.", [("Hoy", "2025-11-06"), ("ayer", "2025-11-05"), ("mañana", "2025-11-07")]),
    (
        "En la primavera de 2024. El verano pasado.",
        [("En la primavera de 2024", "2024-21"), ("El verano pasado", "2025-22")],
    ),
    ("En el tercer trimestre de 2025 bajó la inflación.", [("En el tercer trimestre de 2025", "2025-07/2025-09")]),
    ("Al día siguiente se fue. El mismo día.", [("Al día siguiente", "2025-11-07"), ("El mismo día", "2025-11-07")]),
    (
        "Pronto, recientemente, en las próximas semanas.",
        [("Pronto", "vague"), ("recientemente", "vague"), ("en las próximas semanas", "vague")],
    ),
    (
        "A finales de octubre. A principios de mayo. Desde 2019. hasta el 5 de mayo",
        [
            ("A finales de octubre", "2025-10"),
            ("A principios de mayo", "2025-05"),
            ("Desde 2019", "2019/.."),
            ("hasta el 5 de mayo", "../2026-05-05"),
        ],
    ),
    (
        "El mes pasado, la próxima semana, el año pasado, este año, hace un mes",
        [
            ("El mes pasado", "2025-10"),
            ("la próxima semana", "2025-11-10/2025-11-16"),
            ("el año pasado", "2024"),
            ("este año", "2025"),
            ("hace un mes", "2025-10"),
        ],
    ),
    (
        "Se reunirán en dos semanas. En 1990. octubre del año pasado",
        [("en dos semanas", "2025-11-17/2025-11-23"), ("En 1990", "1990"), ("octubre del año pasado", "2024-10")],
    ),
]

RUSSIAN: list[tuple[str, Told]] = [
    ("Встреча прошла 6 ноября 2025 года в Москве.", [("6 ноября 2025 года", "2025-11-06")]),
    ("В ноябре начались переговоры.", [("В ноябре", "2025-11")]),
    ("Три года назад началась война. Год назад он ушел.", [("Три года назад", "2022"), ("Год назад", "2024")]),
    (
        "Переговоры продолжатся через две недели. Через два дня он умер.",
        [("через две недели", "2025-11-17/2025-11-23"), ("Через два дня", "2025-11-08")],
    ),
    ("К 2030 году завод построят. До конца года.", [("К 2030 году", "../2030"), ("До конца года", "../2025")]),
    ("Конференция пройдет с 3 по 5 мая.", [("с 3 по 5 мая", "2026-05-03/2026-05-05")]),
    ("В 1990-е годы город вырос. В 90-х годах.", [("В 1990-е годы", "199X"), ("В 90-х годах", "199X")]),
    ("Сегодня, вчера и завтра.", [("Сегодня", "2025-11-06"), ("вчера", "2025-11-05"), ("завтра", "2025-11-07")]),
    ("Весной 2024 года. Прошлым летом.", [("Весной 2024 года", "2024-21"), ("Прошлым летом", "2025-22")]),
    ("В третьем квартале 2025 года инфляция снизилась.", [("В третьем квартале 2025 года", "2025-07/2025-09")]),
    (
        "На следующий день он уехал. В тот же день. Накануне.",
        [("На следующий день", "2025-11-07"), ("В тот же день", "2025-11-07"), ("Накануне", "2025-11-06")],
    ),
    (
        "Скоро, недавно, в ближайшие недели.",
        [("Скоро", "vague"), ("недавно", "vague"), ("в ближайшие недели", "vague")],
    ),
    (
        "В начале мая, в конце октября. В прошлом году, на прошлой неделе, в следующем месяце",
        [
            ("В начале мая", "2025-05"),
            ("в конце октября", "2025-10"),
            ("В прошлом году", "2024"),
            ("на прошлой неделе", "2025-10-27/2025-11-02"),
            ("в следующем месяце", "2025-12"),
        ],
    ),
    ("В среду он прибыл. Он защищал окружающую среду.", [("В среду", "2025-11-05")]),
    (
        "06.11.2025 он был избран. в октябре прошлого года",
        [("06.11.2025", "2025-11-06"), ("в октябре прошлого года", "2024-10")],
    ),
]

ARABIC: list[tuple[str, Told]] = [
    ("عقد الاجتماع يوم الخميس 6 نوفمبر 2025.", [("يوم الخميس 6 نوفمبر 2025", "2025-11-06")]),
    ("وصل في 6 تشرين الثاني/نوفمبر ٢٠٢٥ إلى بيروت.", [("في 6 تشرين الثاني/نوفمبر ٢٠٢٥", "2025-11-06")]),
    (
        "قبل ثلاث سنوات بدأت الحرب. قبل عامين. قبل شهرين. قبل عام",
        [("قبل ثلاث سنوات", "2022"), ("قبل عامين", "2023"), ("قبل شهرين", "2025-09"), ("قبل عام", "2024")],
    ),
    ("ستستأنف المفاوضات خلال أسبوعين.", [("خلال أسبوعين", "2025-11-17/2025-11-23")]),
    ("يجب توقيع الاتفاق بحلول 24 يوليو.", [("بحلول 24 يوليو", "../2026-07-24")]),
    ("سيعقد المؤتمر من 3 إلى 5 مايو.", [("من 3 إلى 5 مايو", "2026-05-03/2026-05-05")]),
    ("في التسعينيات نمت المدينة.", [("في التسعينيات", "199X")]),
    ("اليوم وأمس وغدا.", [("اليوم", "2025-11-06"), ("أمس", "2025-11-05"), ("غدا", "2025-11-07")]),
    ("في ربيع 2024. الصيف الماضي", [("في ربيع 2024", "2024-21"), ("الصيف الماضي", "2025-22")]),
    ("في الربع الثالث من عام 2025 تراجع التضخم.", [("في الربع الثالث من عام 2025", "2025-07/2025-09")]),
    ("في اليوم التالي غادر. في اليوم نفسه.", [("في اليوم التالي", "2025-11-07"), ("في اليوم نفسه", "2025-11-07")]),
    ("قريبا، مؤخرا، في الأسابيع المقبلة.", [("قريبا", "vague"), ("مؤخرا", "vague"), ("في الأسابيع المقبلة", "vague")]),
    (
        "مطلع مايو، نهاية أكتوبر. العام الماضي، الأسبوع المقبل، الشهر الجاري. منذ عام 2019",
        [
            ("مطلع مايو", "2025-05"),
            ("نهاية أكتوبر", "2025-10"),
            ("العام الماضي", "2024"),
            ("الأسبوع المقبل", "2025-11-10/2025-11-16"),
            ("الشهر الجاري", "2025-11"),
            ("منذ عام 2019", "2019/.."),
        ],
    ),
    (
        "الخميس الماضي. حتى نهاية العام. في كانون الثاني الماضي",
        [("الخميس الماضي", "2025-10-30"), ("حتى نهاية العام", "../2025"), ("في كانون الثاني الماضي", "2025-01")],
    ),
    (
        "بعد يومين وصل. قبل 15 ديسمبر. السادس من نوفمبر",
        [("بعد يومين", "2025-11-08"), ("قبل 15 ديسمبر", "../2025-12-15"), ("السادس من نوفمبر", "2025-11-06")],
    ),
]

HEBREW: list[tuple[str, Told]] = [
    ("הפגישה התקיימה ביום חמישי, 6 בנובמבר 2025.", [("ביום חמישי, 6 בנובמבר 2025", "2025-11-06")]),
    ("הוא הגיע ב-6 בנובמבר לירושלים. בנובמבר 2025", [("ב-6 בנובמבר", "2025-11-06"), ("בנובמבר 2025", "2025-11")]),
    (
        "לפני שלוש שנים פרצה המלחמה. לפני שנתיים. לפני יומיים. לפני שנה",
        [("לפני שלוש שנים", "2022"), ("לפני שנתיים", "2023"), ("לפני יומיים", "2025-11-04"), ("לפני שנה", "2024")],
    ),
    ("השיחות יתחדשו בעוד שבועיים.", [("בעוד שבועיים", "2025-11-17/2025-11-23")]),
    (
        "ההסכם חייב להיחתם עד 24 ביולי. עד ה-5 במאי. עד סוף השנה",
        [("עד 24 ביולי", "../2026-07-24"), ("עד ה-5 במאי", "../2026-05-05"), ("עד סוף השנה", "../2025")],
    ),
    ("הכנס יתקיים בין ה-3 ל-5 במאי.", [("בין ה-3 ל-5 במאי", "2026-05-03/2026-05-05")]),
    ("בשנות ה-90 צמחה העיר. בשנות התשעים", [("בשנות ה-90", "199X"), ("בשנות התשעים", "199X")]),
    ("היום, אתמול ומחר.", [("היום", "2025-11-06"), ("אתמול", "2025-11-05"), ("מחר", "2025-11-07")]),
    ("באביב 2024. בקיץ שעבר", [("באביב 2024", "2024-21"), ("בקיץ שעבר", "2025-22")]),
    ("ברבעון השלישי של 2025 ירדה האינפלציה.", [("ברבעון השלישי של 2025", "2025-07/2025-09")]),
    ("למחרת עזב. באותו יום.", [("למחרת", "2025-11-07"), ("באותו יום", "2025-11-07")]),
    ("בקרוב, לאחרונה, בשבועות הקרובים.", [("בקרוב", "vague"), ("לאחרונה", "vague"), ("בשבועות הקרובים", "vague")]),
    (
        "בתחילת מאי, בסוף אוקטובר. בשנה שעברה, בשבוע הבא, החודש. מאז 2019",
        [
            ("בתחילת מאי", "2025-05"),
            ("בסוף אוקטובר", "2025-10"),
            ("בשנה שעברה", "2024"),
            ("בשבוע הבא", "2025-11-10/2025-11-16"),
            ("החודש", "2025-11"),
            ("מאז 2019", "2019/.."),
        ],
    ),
    ("06.11.2025 נבחר. ב-2024 ובשנת 2023", [("06.11.2025", "2025-11-06"), ("ב-2024", "2024"), ("בשנת 2023", "2023")]),
    (
        "לפני ה-15 בדצמבר. מ-3 עד 5 במאי",
        [("לפני ה-15 בדצמבר", "../2025-12-15"), ("מ-3 עד 5 במאי", "2026-05-03/2026-05-05")],
    ),
]

OTHERS = [
    (
        "pt",
        "Em 6 de novembro de 2025 e em 12.03.2024.",
        [("6 de novembro de 2025", "2025-11-06"), ("12.03.2024", "2024-03-12")],
    ),
    ("it", "Il 6 novembre 2025 a Roma, con 12 gatti del 2020.", [("6 novembre 2025", "2025-11-06"), ("2020", "2020")]),
    ("tr", "6 Kasım 2025 tarihinde geldi.", [("6 Kasım 2025", "2025-11-06")]),
    ("fa", "در 6 نوامبر 2025 آمد.", [("6 نوامبر 2025", "2025-11-06")]),
    ("tlh", "6 foo 2025 may be", [("2025", "2025")]),
    ("pt-BR", "Sat, mar e on; 1 de abril de 1999", [("1 de abril de 1999", "1999-04-01")]),
]

DATED = [
    ("2025-01-06", "In December the court ruled.", "2024-12"),
    ("2025-12-20", "The summit will be held in January.", "2026-01"),
    ("2025-12-29", "They will meet on Jan. 3.", "2026-01-03"),
    ("2026-01-02", "They met on Dec. 30.", "2025-12-30"),
    ("2025-01-06", "They will meet in November.", "2025-11"),
    ("2025-11-09", "They met on Sunday.", "2025-11-09"),
    ("2024-02-29", "A year ago they met.", "2023"),
    ("2024-03-31", "He left last month.", "2024-02"),
    ("2026-01-01", "He left yesterday.", "2025-12-31"),
    ("2013-02-04", "Profit fell in the fourth quarter.", "2012-10/2012-12"),
    ("2025-07-01", "They met last winter.", "2024-24"),
]


NEWS: list[tuple[str, str, str, list[list[str]]]] = json.loads(
    (Path(__file__).parent / "news.json").read_text(encoding="utf-8")
)
"""Sentences of news of other years: the day of publication, the language, the text, and what it tells."""


def told(text: str, day: date, language: str) -> Told:
    return [(found.words, found.edtf or found.kind) for found in expressions(text, day, language)]


def of_all() -> list[tuple[str, str, Told]]:
    tables = {"en": ENGLISH, "fr": FRENCH, "de": GERMAN, "es": SPANISH, "ru": RUSSIAN, "ar": ARABIC, "he": HEBREW}
    assert sorted(tables) == sorted(KNOWN)
    return [(language, *row) for language, table in tables.items() for row in table] + OTHERS


@pytest.mark.parametrize(("language", "text", "expected"), of_all())
def test_says_the_words_and_what_they_mean(language: str, text: str, expected: Told) -> None:
    assert told(text, DAY, language) == expected


@pytest.mark.parametrize(("day", "text", "expected"), DATED)
def test_leans_on_the_day_of_publication(day: str, text: str, expected: str) -> None:
    assert [edtf for _, edtf in told(text, date.fromisoformat(day), "en")] == [expected]


@pytest.mark.parametrize(("day", "language", "text", "expected"), NEWS)
def test_reads_news_of_other_years(day: str, language: str, text: str, expected: list[list[str]]) -> None:
    assert [list(one) for one in told(text, date.fromisoformat(day), language)] == expected


@pytest.mark.parametrize(
    ("year", "thanksgiving", "memorial_day", "easter"),
    [
        (1989, "1989-11-23", "1989-05-29", "1989-03-26"),
        (2000, "2000-11-23", "2000-05-29", "2000-04-23"),
        (2024, "2024-11-28", "2024-05-27", "2024-03-31"),
        (2025, "2025-11-27", "2025-05-26", "2025-04-20"),
        (2038, "2038-11-25", "2038-05-31", "2038-04-25"),
    ],
)
def test_knows_holidays_of_any_year(year: int, thanksgiving: str, memorial_day: str, easter: str) -> None:
    text = f"On Thanksgiving {year}, on Memorial Day {year} and on Easter {year} it was shut."
    assert [one.edtf for one in expressions(text, DAY)] == [thanksgiving, memorial_day, easter]


def test_a_dateline_some_days_before_publication_is_what_the_report_leans_on() -> None:
    text = "BEIRUT, Nov 3 (Agency) - They met yesterday."
    filed, met = expressions(text, DAY)
    assert (filed.dateline, filed.edtf, met.dateline, met.edtf) == (True, "2025-11-03", False, "2025-11-02")
    far = expressions("BEIRUT, Sept 3 (Agency) - They met yesterday.", DAY)
    assert [one.dateline for one in far] == [False, False]
    assert far[1].edtf == "2025-11-05"
    inside = expressions("The treaty of Nov. 3 - a triumph - was signed yesterday.", DAY)
    assert [one.edtf for one in inside] == ["2025-11-03", "2025-11-05"]


def test_a_vague_word_is_open_and_knows_its_direction() -> None:
    told = [
        expressions(text, DAY, language)[0]
        for language, text in [
            ("en", "soon"),
            ("fr", "bientôt"),
            ("de", "kürzlich"),
            ("ru", "недавно"),
            ("ar", "قريبا"),
            ("he", "בקרוב"),
        ]
    ]
    assert [(one.kind, one.edtf, one.direction) for one in told] == [
        ("vague", None, 1),
        ("vague", None, 1),
        ("vague", None, -1),
        ("vague", None, -1),
        ("vague", None, 1),
        ("vague", None, 1),
    ]


def test_words_alone_tell_a_date_only_with_its_year() -> None:
    stated = {one.words: one.stated for one in expressions("On May 3, 2010, and again on May 4.", DAY)}
    assert stated == {"On May 3, 2010": True, "on May 4": False}


def test_a_language_given_with_its_country_is_the_language() -> None:
    assert told("le 1er mai 2020", DAY, "fr-CA") == told("le 1er mai 2020", DAY, "fr")
