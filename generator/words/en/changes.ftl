### What a change of the records means: `dateline diff`.

changes-heading = What this change means
changes-sides = From { $before } to { $after }: { $summary }.
changes-nothing = From { $before } to { $after }: nothing that the site tells has changed.
changes-more = … and { $count } more.

## Headings

changes-events = Events
changes-articles = Articles
changes-outlets = Outlets
changes-actors = Actors
changes-places = Places
changes-storylines = Storylines
changes-vocabulary = Vocabulary
changes-pages = Pages written by hand
changes-addresses = Addresses

## The summary; a part a kind of change

summary-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
    }
summary-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
    }
summary-outlets = { $count ->
    [one] { $count } outlet
   *[other] { $count } outlets
    }
summary-actors = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
    }
summary-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
    }
summary-storylines = { $count ->
    [one] { $count } storyline
   *[other] { $count } storylines
    }
summary-vocabulary = { $count ->
   *[other] the vocabulary
    }
summary-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
    }
summary-added = { $records } added
summary-gone = { $records } removed
summary-text-removed = { $records } taken down
summary-merged = { $records } merged
summary-renamed = { $records } renamed
summary-withdrawn = { $records } withdrawn
summary-reinstated = { $records } reinstated
summary-changed = { $records } changed
summary-disputed = { $count ->
    [one] { $count } event is now disputed
   *[other] { $count } events are now disputed
    }
summary-undisputed = { $count ->
    [one] { $count } event is less disputed
   *[other] { $count } events are less disputed
    }
summary-unestablished = { $count ->
    [one] { $count } event is no longer established
   *[other] { $count } events are no longer established
    }
summary-single-source = { $count ->
    [one] { $count } event now rests on one source
   *[other] { $count } events now rest on one source
    }
summary-corroborated = { $count ->
    [one] { $count } event is now corroborated
   *[other] { $count } events are now corroborated
    }
summary-date = { $count ->
    [one] { $count } date moved
   *[other] { $count } dates moved
    }
summary-status = { $count ->
    [one] { $count } status changed
   *[other] { $count } statuses changed
    }
summary-claim-lost = { $count ->
    [one] { $count } claim lost
   *[other] { $count } claims lost
    }
summary-claim-gained = { $count ->
    [one] { $count } claim gained
   *[other] { $count } claims gained
    }
summary-evidence-lost = { $count ->
    [one] { $count } piece of evidence lost
   *[other] { $count } pieces of evidence lost
    }
summary-evidence-gained = { $count ->
    [one] { $count } piece of evidence gained
   *[other] { $count } pieces of evidence gained
    }
summary-quote-unverified = { $count ->
    [one] { $count } quote no longer verified
   *[other] { $count } quotes no longer verified
    }
summary-quote-verified = { $count ->
    [one] { $count } quote verified
   *[other] { $count } quotes verified
    }
summary-overdue = { $count ->
    [one] { $count } event is now overdue
   *[other] { $count } events are now overdue
    }
summary-not-overdue = { $count ->
    [one] { $count } event is no longer overdue
   *[other] { $count } events are no longer overdue
    }
summary-vanishes = { $count ->
    [one] { $count } address vanishes without a redirect
   *[other] { $count } addresses vanish without a redirect
    }
summary-appears = { $count ->
    [one] { $count } address appears
   *[other] { $count } addresses appear
    }
summary-moves = { $count ->
    [one] { $count } address moves
   *[other] { $count } addresses move
    }

## One sentence a change

change-gone = Removed.
change-merged = Removed; its id is now an alias of { $after }.
change-text-removed = Its text was taken down: { $after }
change-withdrawn = Withdrawn: { $after }
change-reinstated = No longer withdrawn.
change-disputed = Now marked: { $after }.
change-undisputed = No longer marked: { $before }.
change-unestablished = No article here establishes it any more; it was { $how }.
change-single-source = It now rests on one independent origin; it was { $how }.
change-corroborated = It is now corroborated, by { $after } independent origins; it was { $how }.
change-origins = It is now reported by { $after }; it was by { $before }.
change-date = The date was { $before }, and is now { $after }.
change-date-how = The date was { $before }, and is now { $after }: { $how }.
change-status = The status was { $before }, and is now { $after }.
change-overdue = It is now overdue: nothing tells what became of it, and its date was { $after }.
change-not-overdue = It is no longer overdue.
change-added = Added.
change-added-event = Added: { $after }.
change-renamed = Renamed from { $before }; the old address leads here.
change-renamed-away = Nearly equal to { $before }, which is gone: if that was renamed, its old id belongs among the aliases here.
change-title = The title was { $before }, and is now { $after }.
change-summary = The summary was { $before }, and is now { $after }.
change-summary-gained = The summary is new: { $after }.
change-summary-lost = The summary is gone: { $before }.
change-claim-lost = Claim lost: { $before }.
change-claim-gained = Claim gained: { $after }.
change-claim-changed = Claim changed: it was { $before }, and is now { $after }.
change-evidence-lost = Evidence lost: { $before }.
change-evidence-gained = Evidence gained: { $after }.
change-evidence-changed = Evidence changed: it was { $before }, and is now { $after }.
change-evidence-scope = What evidence supports, or how it was read, was { $before }, and is now { $after }.
change-quote-unverified = Quote no longer verified: { $after }.
change-quote-verified = Quote now verified: { $after }.
change-relation-lost = Relation lost: { $before }.
change-relation-gained = Relation gained: { $after }.
change-states = What is told of its states was { $before }, and is now { $after }.
change-corrected = A correction of { $field } is recorded: { $after }
change-field = { $field } was { $before }, and is now { $after }.
change-field-gained = { $field } is new: { $after }.
change-field-lost = { $field } is gone: { $before }.
change-text = Its text changed.
change-lost = No longer among its { $field }: { $before }.
change-gained = Now among its { $field }: { $after }.

moved-earlier = earlier
moved-later = later
moved-finer = more precise
moved-coarser = less precise
moved-surer = more certain
moved-doubtful = less certain

changes-dated = { $words } ({ $edtf })
changes-in-quotes = “{ $words }”
changes-cited = { $outlet }, { $day }: { $words }
changes-cited-quote = { $outlet }, { $day }: “{ $words }”
changes-cited-verified = { $outlet }, { $day }: “{ $words }” (verified)
changes-cited-unverified = { $outlet }, { $day }: “{ $words }” (not verified)
changes-said = { $speaker } { $stance }: “{ $text }”
changes-related = { $relation } { $event }
changes-nothing-there = nothing

address-vanishes = { $address } vanishes, and nothing leads on from it.
address-moves = { $address } leads on to { $to }.
address-appears = { $address } appears.
