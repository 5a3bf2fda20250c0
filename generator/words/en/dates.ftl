### Dates in words, as English-speaking people write them.

# "before 1995" is the word for `../1995`; days and months say "by", for the end itself is allowed.

date-day = { $day } { $month } { $year }
date-day-of-month = { $day } { $month }
date-month = { $month } { $year }
date-month-of-some-year = { $month } of { $year }
date-season-of-some-year = { $season } of { $year }
date-days = { $first }–{ $last }
date-range = { $first }–{ $last }
date-range-spaced = { $first } – { $last }

date-about = about { $date }
date-uncertain = { $date } (uncertain)
date-partly-approximate = { $date } (partly approximate)
date-partly-uncertain = { $date } (partly uncertain)
date-partly-both = { $date } (partly approximate and uncertain)

date-before = before { $date }
date-by = by { $date }
date-since = since { $date }
date-beginning-unknown = { $date }, beginning not known
date-end-unknown = from { $date }, end not known
date-open = at a time not known

date-time = { $day }, { $time }{ $zone }
date-hour = { $time } h
date-zone-utc = {" "}UTC
date-zone = {" "}(UTC{ $offset })
date-zone-none = {" "}(zone not given)

date-or = { $first } or { $last }
date-and = { $first } and { $last }
date-one-of = one of { $dates }
date-all-of = all of { $dates }
date-or-later = { $date } or later
date-or-before = { $date } or before
date-and-later = { $date } and later
date-and-before = { $date } and before

year-ad = AD { $year }
year-bc = { $year } BC
years-bc = { $first }–{ $last } BC
decade = the { $year }s
some-year-in = some year in { $year }
some-year-like = some year like { $year }
unknown-year = an unknown year
unknown-year-bc = an unknown year BC
unknown-month = an unknown month
unknown-day = an unknown day
some-day-in = some day in { $month }
some-month-in = some month in { $year }
some-time-in = some time in { $year }
some-day-like = some day like { $date }
some-month-like = some month like { $date }

season-21 = spring { $year }
season-22 = summer { $year }
season-23 = autumn { $year }
season-24 = winter { $year }
season-25 = northern spring { $year }
season-26 = northern summer { $year }
season-27 = northern autumn { $year }
season-28 = northern winter { $year }
season-29 = southern spring { $year }
season-30 = southern summer { $year }
season-31 = southern autumn { $year }
season-32 = southern winter { $year }
season-33 = the first quarter of { $year }
season-34 = the second quarter of { $year }
season-35 = the third quarter of { $year }
season-36 = the last quarter of { $year }
season-37 = the first four months of { $year }
season-38 = the middle four months of { $year }
season-39 = the last four months of { $year }
season-40 = the first half of { $year }
season-41 = the second half of { $year }

## How long one date is after another

gap-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
gap-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
gap-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
gap-years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
gap-about = about { $gap }
gap-same-day = the same day
gap-same-day-after = the same day or later
gap-same-day-before = the same day or earlier
gap-after = { $gap } after
gap-before = { $gap } before
gap-at-least = at least { $gap }
gap-at-most = at most { $gap }
gap-between = between { $least } and { $most }
gap-either = within { $gap }, before or after
gap-unknown = at a time not known
