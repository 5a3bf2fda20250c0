### What records say in one word: statuses, relations, stances, kinds.

status-occurred = Occurred
status-ongoing = Ongoing
status-announced = Announced
status-scheduled = Scheduled
status-postponed = Postponed
status-cancelled = Cancelled
status-unconfirmed = Unconfirmed
status-withdrawn = Withdrawn
overdue = Overdue
unknown = Unknown

relation-follows = Follows
relation-follows-inverse = Followed by
relation-part-of = Part of
relation-part-of-inverse = Includes
relation-caused-by = Caused by
relation-caused-by-inverse = Led to
relation-fulfils = Fulfils
relation-fulfils-inverse = Fulfilled by
relation-contradicts = Contradicts
relation-contradicts-inverse = Contradicted by
relation-supersedes = Supersedes
relation-supersedes-inverse = Superseded by

stance-supports = supports it
stance-disputes = disputes it
stance-comments = comments
# Of a claim that concerns only some fields of the event.
stance-supports-about = supports { $fields }
stance-disputes-about = disputes { $fields }
stance-comments-about = comments on { $fields }

the-title = what it is called
the-date = the date
the-status = what became of it
the-kind = its kind
the-summary = a part of it
the-actors = who took part
the-places = where it was

standing-unestablished = Unestablished
standing-reported = Reported
standing-corroborated = Corroborated
standing-withdrawn = Withdrawn

disputed-event = Disputed
disputed-title = Title disputed
disputed-date = Date disputed
disputed-status = Status disputed
disputed-kind = Kind disputed
disputed-summary = Summary disputed
disputed-actors = Actors disputed
disputed-places = Place disputed

basis-stated = Stated
basis-resolved = Resolved
basis-inferred = Inferred

article-kind-news = news
article-kind-wire = wire
article-kind-official = official
article-kind-opinion = opinion
article-kind-social = social
article-kind-transcript = transcript
article-kind-other = other

actor-kind-person = Person
actor-kind-organisation = Organisation
actor-kind-state = State
actor-kind-group = Group

actors-person = People
actors-organisation = Organisations
actors-state = States
actors-group = Groups

## Counts

count-events =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
count-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
count-outlets =
    { $count ->
        [one] { $count } outlet
       *[other] { $count } outlets
    }
count-promises =
    { $count ->
        [one] { $count } promise
       *[other] { $count } promises
    }
count-days-late =
    { $count ->
        [one] { $count } day late
       *[other] { $count } days late
    }
count-countries =
    { $count ->
        [one] { $count } country
       *[other] { $count } countries
    }
count-languages =
    { $count ->
        [one] { $count } language
       *[other] { $count } languages
    }
count-origins =
    { $count ->
        [one] { $count } origin
       *[other] { $count } origins
    }
count-independent-origins =
    { $count ->
        [one] { $count } independent origin
       *[other] { $count } independent origins
    }
count-verified-quotes =
    { $count ->
        [one] { $count } verified quote
       *[other] { $count } verified quotes
    }

## Series: "a, b and c"

series-comma = { $first }, { $next }
series-and = { $first } and { $last }
# Of items that hold commas themselves.
series-parted = { $first }; { $next }
series-parted-and = { $first }; and { $last }
list-separator = ,{ " " }
list-and-more = { $names } and { $count } more
