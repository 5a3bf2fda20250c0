# The words of the drawn timeline. Its modules fill them in without a Fluent parser: generator/words/browser.py says what
# they understand.

## What several places say

# The event's quote in the card.
quotation = “{ $quote }”
origins =
    { $count ->
        [0] Unestablished
        [one] { $count } origin
       *[other] { $count } origins
    }
origins-or-more = { $count } origins or more
# Instead of how well an event is established, while a day of the past is shown.
notes-then = As then known

## The stage

stage-name = Timeline
# What a screen reader calls this kind of control.
stage-role = timeline
stage-help = Left and right arrows move, plus and minus zoom, up and down arrows go from event to event, Enter opens one, Home and End go to the first and the last.
stage-count =
    { $count ->
        [one] { $shown } of { $count } event
       *[other] { $shown } of { $count } events
    }
stage-today = today
# At the line of the day whose knowledge is shown.
stage-known = as known
# Beyond that line.
stage-unknown = not yet known on { $day }
# Where more relations are in view than can be told apart, at the key of their lines.
stage-relations =
    { $omitted ->
        [one] { $shown } relations, { $omitted } more left out
       *[other] { $shown } relations, { $omitted } more left out
    }
# So many thousand events stand close together.
stage-thousands = { $count }k

# Where somebody turns the wheel over the drawing, and the page scrolls.
hint-zoom = Ctrl + wheel zooms
hint-zoom-mac = ⌘ + wheel zooms

## The story, which phones show in place of the drawing

story-none = No event matches.
story-undated = Without a date
# The link from the events that matter most to all.
story-whole =
    { $count ->
        [one] The whole timeline: { $count } event
       *[other] The whole timeline: { $count } events
    }

## What is out of view

# Before and after what is in view, or behind a break of the strip.
events-before =
    { $count ->
        [0] no earlier event
        [one] { $count } earlier event
       *[other] { $count } earlier events
    }
events-after =
    { $count ->
        [0] no later event
        [one] { $count } later event
       *[other] { $count } later events
    }
# From one year to another.
years = { $from }–{ $to }
# Nothing that matches is in view, or anywhere; and the ways back.
empty-all-words = No event between { $from } and { $to }
empty-clear-words = No event matches
empty-now-words = No event was known yet
empty-all = Show all
empty-clear = Clear
empty-now = Now

## The guided tour, and the events that it goes through

tour-name = Guided tour
tour-begin =
    { $count ->
        [one] Guided tour: { $count } step
       *[other] Guided tour: { $count } steps
    }
# The same where there is little room; it has to stand within the former.
tour-begin-short = Tour
tour-place = { $place } of { $count }
tour-previous = Previous
tour-next = Next
tour-close = End the tour
# As a screen reader speaks a step.
tour-spoken = { $place } of { $count }: { $title }. { $date }.

## The legend. Its filters have the names of statuses, and of kinds or their groups; these are what no filter stands for.

legend-name = What the marks mean
# At a ring around a mark.
legend-overdue = Overdue
# At a soft band.
legend-vague = The date is not exact
# At a bar.
legend-lasting = Lasts for days
# At a dashed outline.
legend-unconfirmed = Not confirmed

## The event in focus, as a screen reader speaks it

spoken-event = { $place } of { $count }: { $title }. { $date }. { $status }. { $notes }.
spoken-event-overdue = { $place } of { $count }: { $title }. { $date }. { $status }, overdue. { $notes }.

# After these, for each date on which it was once expected.
spoken-moved = Its date moved from { $from } to { $to }.

## The toolbar

toolbar-name = Timeline
toolbar-filters = Filters
toolbar-filters-chosen = Filters ({ $count })
toolbar-clear = Clear
toolbar-thread = Storyline
toolbar-thread-all = Every storyline
toolbar-relations = Relations
toolbar-zoom = Zoom
toolbar-zoom-in = Zoom in
toolbar-zoom-out = Zoom out
toolbar-lanes = Lanes
toolbar-lanes-none = One lane
toolbar-lanes-storyline = By storyline
toolbar-lanes-kind = By kind
toolbar-lanes-actor = By actor
toolbar-lanes-place = By place
toolbar-lanes-country = By country of the outlet
toolbar-lanes-status = By status

## The toolbar's menus

menu-more = More
menu-show = Show
menu-show-all = Fit all
menu-show-story = Fit storyline
menu-show-today = Today
menu-show-last30 = Last 30 days
menu-show-next90 = Next 90 days
menu-share = Share
menu-share-link = Copy link
menu-share-embed = Copy code to embed
menu-share-png = PNG
menu-share-svg = SVG
menu-share-csv = CSV
menu-share-print = Print

## What the toolbar says when something has been shared

copied-link = The link is copied.
copied-embed = The code to embed is copied.
shared-file = The timeline is saved as { $format }.
# Asks the reader to copy by hand, where the page may not.
shared-by-hand = Copy this:
# The frame's title on another site.
shared-frame = Timeline

## The lanes

lanes-others = Others
lanes-none = None
# The list of their names, beside them.
lanes-names = Names of the lanes
# A lane's whole name, where it is cut.
lanes-name =
    { $count ->
        [one] { $name }: { $count } event
       *[other] { $name }: { $count } events
    }

## The filters

filters-name = Filters
# The field of words that an event has to have; the search box, which goes to what it finds, is another thing.
filters-words = Only events with the words …
filters-more = More or fewer
facet-storyline = Storyline
facet-kind = Kind
facet-actor = Actor
facet-place = Place
facet-status = Status
facet-outlet = Outlet
facet-country = Country of the outlet
facet-language = Language
facet-origins = Independent origins
facet-quotes = Quotes
facet-quotes-no = No verified quote
facet-quotes-yes = Verified quotes

## Where a part could not be fetched

# Instead of the story on a small screen; below it stands the page's list.
failed-story = The timeline could not be loaded. The list below is complete; once you are connected, try again.
# Where titles and texts are missing.
failed-texts = Some titles and texts could not be loaded. The page’s list has them; once you are connected, try again.
failed-tour = The guided tour could not be loaded. Once you are connected, try again.
failed-filters = The filters could not be loaded. Once you are connected, try again.
failed-retry = Try again

## The card of an event, and the panel of the opened one

card-overdue = Overdue
# How well an event is established, and the outlets whose reports count.
card-reported = { $notes }: { $outlets }
card-then = As then known; what was reported later is not shown.
panel-name = The chosen event
panel-close = Close
# The heading of a list of events that stand so close together that no zoom parts them.
panel-list =
    { $count ->
        [one] { $count } event of the same time
       *[other] { $count } events of the same time
    }
panel-page = All reports, quotes and claims

## The page's list while a day of the past is shown

list-then = { $status }, as then known
list-then-overdue = { $status }, as then known · Overdue

## The slider over the days with reports

known-name = As known on
known-day = Day
# How the day is typed (ISO 8601).
known-day-form = YYYY-MM-DD
known-what = The story as it was told by the evening of a day: what was reported later is left out.
# What became known on a day, while the story plays.
known-caption = { $date }: { $title }
known-play = Play
known-pause = Pause
known-now = Now
known-slider-now = now
known-everything = everything, as it stands now
known-reported =
    { $count ->
        [one] { $shown } of { $count } event had been reported
       *[other] { $shown } of { $count } events had been reported
    }

## Why the timeline cannot be drawn

failed-version = timeline data of version { $version }; reload the page

## The search box of every page

search-hint = Names, words, or part of a quote.
search-busy = Searching …
search-count =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
# Where only the best are shown.
search-best = The best { $shown } of { $count } results
# Below these: so many more may follow.
search-more = Show { $count } more
# Where some of the words are in none of what is found.
search-part = Nothing has all of these words; here is what has most
search-none = Nothing found for “{ $words }”.
# What may help then.
search-unfiltered = Search without filters
search-fewer = Search for “{ $words }”
search-broken = The search could not be loaded.
search-retry = Try again
# On a page with a timeline: it then shows only events with these words.
search-narrow = Show only these on the timeline
search-filter-kind = { $kind } { $count }
search-year = Year
search-year-any = Any year
search-storyline = Storyline
search-storyline-any = Any storyline
search-kind-event = Events
search-kind-actor = Actors
search-kind-outlet = Outlets
search-kind-place = Places
search-kind-storyline = Storylines
search-kind-quote = Quotes
search-kind-article = Articles
search-kind-page = Pages
