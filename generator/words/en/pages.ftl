### What the pages say around the records.

## Home

home-title = Home
home-landmarks = Landmarks
home-new = What is new
home-next = What comes next
home-late = What is overdue
home-whole = The whole timeline
home-overdue =
    { $count ->
        [one] As of { $date }, { $count } announcement is overdue
       *[other] As of { $date }, { $count } announcements are overdue
    }
figure-events =
    { $count ->
        [one] <b>{ $count }</b> event
       *[other] <b>{ $count }</b> events
    }
figure-articles =
    { $count ->
        [one] <b>{ $count }</b> article
       *[other] <b>{ $count }</b> articles
    }
figure-outlets =
    { $count ->
        [one] <b>{ $count }</b> outlet
       *[other] <b>{ $count }</b> outlets
    }
figure-languages =
    { $count ->
        [one] <b>{ $count }</b> language
       *[other] <b>{ $count }</b> languages
    }
figure-quotes =
    { $count ->
        [one] <b>{ $count }</b> verified quote
       *[other] <b>{ $count }</b> verified quotes
    }
nothing-coming = Nothing that the articles here announce is still to come.

## Event

event-withdrawn = **Withdrawn on { $date }.** { $reason }
event-overdue = Overdue: its date ({ $date }) has passed, and nothing that counts here tells what became of it.
event-established = How well this is established
event-standing = Standing
event-date = Date
event-where = Where
event-who = Who
event-storylines = Storylines
event-first-reported = First reported
event-first-announced = First announced
event-reported = Reported
event-earliest-of = The earliest article here is of { $date }.
event-became = What became of it
event-since = since { $date }
# The date a claim gives instead.
claim-date = ({ $date }, by this account)
# A state's title and date as they stood then.
event-then = · then “{ $title }”
event-then-dated = · then dated { $date }
event-on-timeline = Show on the timeline
event-reporting = How it was reported
event-first = first
event-relays = relays { $outlet }
event-claims = What is said about it
event-via = (to { $outlet })
event-related = Related events
event-neighbours = Before and after
event-before = Before
event-after = After
event-corrections = Corrections
event-correction = { $date }: { $field } was “{ $was }”, is now “{ $now }”. { $reason }
participant = { $actor } ({ $role })

standing-why-withdrawn = This record no longer stands.
standing-why-unestablished = No article here reports it, in its text, as having come to this.
standing-why-corroborated = { $origins } report it.
standing-why-reported = All that counts goes back to one origin.

event-disputed = Disputed
disputed-why-event = It is contradicted; every account is shown below.
disputed-why-title = What it is called is disputed; every account is shown below.
disputed-why-date = The date is disputed; every account is shown below.
disputed-why-status = What became of it is disputed; every account is shown below.
disputed-why-kind = Its kind is disputed; every account is shown below.
disputed-why-summary = A part of it is disputed; every account is shown below.
disputed-why-actors = Who took part is disputed; every account is shown below.
disputed-why-places = Where it was is disputed; every account is shown below.

basis-why-stated = { $article } gives it.
basis-why-stated-in = The words “{ $words }” give it, from { $article }.
# Where nobody has looked the words up in the article's text.
basis-why-stated-unchecked = { $article } gives it, noted as “{ $words }”, which nobody has looked up in its text.
basis-why-resolved = From the words “{ $words }” in { $article }, published { $date }.
basis-why-resolved-unchecked = From { $article }, published { $date }, noted as “{ $words }”, which nobody has looked up in its text.
basis-why-inferred = No quotation here gives all of it, and no article's own words for it are recorded.

reporting-counts = { $counts }, { $origins }.
reporting-first = First: { $outlets }, { $date }.
reporting-first-unknown = Which was first is not known.
coverage-preview = announced it
reports-beforehand = Announced beforehand
reports-mentions = Also cited
reports-from = From { $origin }
reports-one = One report
reports-single = One report from each of { $count } origins
reports-more = One report from each of { $count } more origins

evidence-read = Read it in the article
# The address of a quote on this page.
evidence-link = Link to this quote
evidence-copy = Copy quote
evidence-copied = The quote is copied.
evidence-not-copied = The browser did not allow copying.
# Stands where a quote would be repeated, and leads to it.
evidence-elsewhere = Its words are quoted on this page
evidence-verified = verified against the text
evidence-unverified = not verified
# What an article reports, by where it was read.
evidence-text = Reports:
evidence-headline = By its headline:
evidence-address = By its address:

cite = Cite this page
cite-copy = Copy citation
cite-copied = The citation is copied.
cite-download = Download
cite-text = “{ $title }”. As of { $date }. { $url }
cite-text-site = “{ $title }”. { $site }. As of { $date }. { $url }

## Article

article-no-headline = The article's own headline is not recorded.
article-open = Open the article
article-archived = archived copy
article-kind = Kind
article-by = By
article-origin = Origin
article-relays = relays { $outlet }, so it does not count as independent of it
article-date = Its date
article-retrieved = Retrieved
article-corrected = Corrected
article-correction = { $date }: { $note }
article-cited = What it is cited for
article-uncited = No event cites it.
article-unnamed = { $outlet }, { $date }

row-no-headline = headline not recorded
row-relays = relays { $outlet }

## Actors, places, storylines, outlets

subject-empty = No event here yet.
place = Place
storyline = Storyline
fact-also-known-as = Also known as
fact-part-of = Part of
fact-includes = Includes
fact-parts = Parts
fact-wikidata = Wikidata
fact-coordinates = Coordinates
fact-belongs = Belongs here
fact-starts-with = Starts with
fact-era = Era
era-open = today
era-span = { $title }, { $from } to { $to }
coordinates = { $lat }° { $north ->
        [0] S
       *[1] N
    }, { $lon }° { $east ->
        [0] W
       *[1] E
    }
outlet-site = Site
outlet-owner = Owner
outlet-articles = Its articles
outlet-relayed = Articles that relay it
outlet-events = Events that it reports

## Lists

index-events = Events
index-events-lead = { $count } by kind, each in order of time.
index-articles = Articles
index-articles-lead = { $articles } in { $languages }, the newest first.
index-outlets = Outlets
index-outlets-lead = { $count } by country; articles of { $cited } are cited.
index-actors = Actors
index-actors-lead = Who takes part in the events.
index-places = Places
index-places-lead = Where the events happen, by country.
index-storylines = Storylines
index-storylines-lead = The threads of the story, the longest first.
no-country = No country recorded
no-country-outlet = Country not recorded
undated = Undated

timeline = Timeline
list-by-year = By year
list-a-z = A–Z
list-more = … and { $count } more.
period-of = { $what }, { $period }
timeline-lead = { $count }, in order of the earliest day on which each may have begun.

upcoming-title = Upcoming and overdue
upcoming-lead = As of { $date }: what was announced or scheduled, by whom, for when, and what became of it. What passes its day without news stays here, as overdue.
upcoming-still = Still to come
upcoming-none-still = Nothing that the articles here announce is still to come.
upcoming-overdue = Overdue
upcoming-none-overdue = Nothing is overdue.
upcoming-over = What became of the rest
# The cells of a promise; most of them are what one sorts by, too. Of the first, which names it, one sorts by how
# important it is.
promise-sort = Sort by
promise-what = What was promised
promise-weight = by importance
promise-by = by { $names }
promise-since = Promised
promise-due = Due
promise-late = Days late
promise-days = { $days }
promise-became = Outcome
promise-untold = not known
promise-undated = no date
promise-was = was { $date }, no new date
promise-fulfilled = Fulfilled: { $events }
promise-superseded = Replaced: { $events }
removed = Removed
removed-why = What stood here was removed on { $date }: { $reason }
# Stands where the name of somebody or something stood whose record was removed.
removed-name = a record that was removed

moved = Moved
moved-to = This page has moved to { $target }.

edit-record = Edit this record

## What needs work

work-title = What needs work
work-lead = Each line is a small task for a contributor: open the event, choose *Edit this record*, and mend one thing.
work-how = [How to contribute]({ $page }) tells the rest.
work-done = Nothing: well done.
work-unestablished = Unestablished
work-unestablished-what = No article here reports it in its text. Find one that does, or correct the status.
work-one-origin = One origin only
work-one-origin-what = All reports go back to one source. Find an article that reports it on its own account.
work-no-quote = Without a quote
work-no-quote-what = No article's own words stand here. Find an article's text and quote the few words that carry the point.
work-inferred = With an inferred date
work-inferred-what = No quote gives the date, and no words of an article for it are recorded. Add `date_words`, or a quote.
work-overdue = Overdue
work-overdue-what = It should have happened by now. Find out what became of it.
work-isolated = No relation
work-isolated-what = No relation to another event, in either direction. Say what it follows, is part of or fulfils.
work-unmet = Storylines without events
work-unmet-what = No event meets what they include. Add one, or withdraw the storyline.
work-unverified = With an unverified quote
work-unverified-what = A quote was not found in its article, or changed since. Run `dateline verify` with the text at hand.
work-not-archived = Articles without an archived copy
work-not-archived-what = Pages disappear. Save the page in a web archive and put its address in `archived`.
work-no-headline = Articles without a headline
work-no-headline-what = The article's own headline is not recorded. Open the article and copy it, word for word.
work-no-date = Articles without a certain date
work-no-date-what = The day of publication is not known exactly. Look for it on the page.

## The frame of every page

footer-imprint = Imprint
footer-privacy = Privacy
footer-promise = Every statement names the article that it rests on. What was announced is not shown as done.

preview-broken = Not up to date.
preview-last-good = The last good version is shown, because of { $problems }:
preview-unmade = This page cannot be made
preview-nothing = This site cannot be built yet
preview-nothing-what = Mend the records named above; the page comes back.

# Instead of the drawn timeline, where its data are not there or not understood.
drawing-failed = The drawn timeline could not be loaded ({ $reason }). The list below is complete; once you are connected, try again.
drawing-retry = Try again
# Instead of the drawn timeline, where the site is opened as files.
drawing-from-disk = The drawn timeline needs a web server: run { $command } beside the folder, then open http://localhost:8000/. The lists need none.
# Instead of the drawn timeline, where a browser lacks something or a part of it was not loaded.
drawing-too-old = This browser cannot draw the timeline, or a part of it was not loaded. The lists say the same.
drawing-browsers = Browsers that can

## Where nothing is

not-found = There is no page here
not-found-what = The address may be mistyped, or the page was renamed before it was ever published. Go to the { $home } or the { $timeline }, or search for it in the bar above.
not-found-home = home page
not-found-timeline = timeline

# In a frame on another site: the link to the page with all of the timeline.
frame-whole = The whole timeline

## The search box at rest

search = Search
search-placeholder = Search names, events, quotes
search-close = Close the search
search-filters = Filter the results
search-found = Results
search-failed = The search could not be loaded; another key tries again.
# Where there are no scripts, a link instead of the box.
search-lists = All events

## Charts

charts = Charts
charts-lead = What the records add up to, as of { $date }. Each chart has its data below it.
charts-none = There is too little here to draw.
charts-data = The data as a table
charts-csv = The data as CSV: { $title }
charts-all = All
charts-period = Period
charts-before = Before
charts-after = After
# A period of ten years or more, by the first of them.
charts-years = from { $year }
charts-run = { $start }–{ $end }
charts-kinds = Events over time, by kind
charts-kinds-about = How many events may have begun in each period: all of them, then each group of kinds, to one scale.
charts-statuses = Events over time, by status
charts-statuses-about = The same events by what became of them, as the records stand today.
charts-undated =
    { $count ->
        [one] { $count } event is left out because its period is not known.
       *[other] { $count } events are left out because their periods are not known.
    }
charts-most = Most events fall in { $period }
# The status that most events have.
charts-most-status = { $status }: { $count } of { $total } events
charts-reports = Who reported what how late
charts-half =
    { $days ->
        [0] Half of the later reports are out within a day of the first
        [one] Half of the later reports are out within { $days } day of the first
       *[other] Half of the later reports are out within { $days } days of the first
    }
charts-reports-about = The { $outlets } outlets that report most of the { $events } events that matter and that most outlets report. A dot is a first report; a number is the days after it, the darker the sooner; with a plus it is at least that many. A question mark is a report of which the distance is not known.
charts-unknown = not known how long after the first
charts-column-event = Event
charts-column-outlet = Outlet
charts-column-published = Published
charts-column-lag = After the first
charts-column-days = Days, at least
charts-column-actor = Actor
charts-column-with = With
charts-column-events = Events
charts-meetings = Who appears with whom
charts-foremost =
    { $count ->
        [one] { $one } and { $other } appear together most often: in { $count } event
       *[other] { $one } and { $other } appear together most often: in { $count } events
    }
charts-meetings-about = In how many events both take part, of the { $count } actors who take part with others most often. Those who often appear together stand side by side.
charts-both =
    { $count ->
        [one] { $one } and { $other }: { $count } event
       *[other] { $one } and { $other }: { $count } events
    }
charts-alone =
    { $count ->
        [one] { $actor }: { $count } event in all
       *[other] { $actor }: { $count } events in all
    }

## A new event

new-event = Propose an event
new-event-lead = From an article to a record: nothing to install, and nothing that you type leaves your browser.
new-event-by-hand = Without the form
new-event-file = Write a file such as content/events/2031/2031-05-01-what-happened.yaml. Its name begins with the date and is the event’s address:
new-event-title = What happened, in neutral words
new-event-quote = the fewest words that carry the point
new-event-headline = The article’s headline
new-event-article = If the article has no record yet, write one such as content/articles/2031/2031-05-02-outlet-and-subject.yaml; a new outlet takes a file with its name:
new-event-check = Then run dateline check, which reads every record and says what is wrong and what to write instead.
new-event-how = How to contribute
new-event-kinds = The kinds of event that this project knows, and what a record writes:
new-event-fields = Every field of every record
propose-event = Propose an event
