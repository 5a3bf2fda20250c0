# The form for a new event. The browser says these too.

form-event = The event
form-source = The article that says so
form-source-of = Article { $number } of { $count }
form-source-field = Article { $number }, { $field }
form-source-add = Add another article
form-source-add-help = A second outlet that tells the same makes the event better founded.
form-source-remove = Remove article { $number }
form-source-added = Article { $number } was added.
form-source-removed = Article { $number } was removed.
form-source-bring = Bring it back
form-source-back = Article { $number } is back.
form-optional = optional
form-title = What happened
form-title-help = One neutral sentence, without loaded words.
form-date = When
form-date-help = Such as 2025-11-06, 2025-11, 2025~ for about 2025, or 2025-11-06/2025-11-08 for what lasted.
form-status = What has become of it
form-kind = What sort of event
form-choose = Choose…
form-summary = Summary
form-summary-help = One to three sentences in your own words.
form-actors = Who takes part
form-places = Where
form-storylines = Storylines
form-list-help = Type a name, choose it, and press Add.
form-add = Add
form-remove = Remove { $name }
form-added = { $name } was added.
form-removed = { $name } was removed.
form-importance = Importance
form-importance-help = From 1, a detail, to 5, a landmark.
form-id = Name of the file
form-id-help = Made of the date and the title if you leave it empty; it becomes the event’s address.
form-which = Does this site have the article already?
form-which-known = Yes: choose it below
form-which-new = No, it is new here
form-article = Which article
form-article-help = Type words of its headline, and choose it.
form-url = Address
form-headline = Headline
form-headline-help = Word for word.
form-published = Published on
form-published-help = The day on which it came out, such as 2025-11-06.
form-language = Language of the article
form-language-help = Its tag, such as en, fr or ar.
form-outlet = Outlet
form-outlet-help = Choose one, or type the name of a new one.
form-quote = Quote
form-quote-help = The fewest words that carry the point, exactly as they stand there.
form-quote-left =
    { $count ->
        [one] { $count } character left
       *[other] { $count } characters left
    }
form-quote-over =
    { $count ->
        [one] { $count } character too many
       *[other] { $count } characters too many
    }
form-says = Or what it says, in your words
form-says-help = Where you do not have the article’s text.
form-date-words = The words for the date
form-date-words-help = As the article has them, such as “on Thursday”.
form-supports = The quote supports
form-supports-title = the title
form-supports-date = the date
form-supports-status = the status
form-preview = How it will stand
form-preview-none = The event appears here as you write.
form-write = Check and write the records
form-clear = Clear the form
form-cleared = The form is empty, and nothing of it is kept.
form-kept = What you type is kept in this browser only, until you clear the form.
form-done = The records
form-done-lead =
    { $count ->
        [one] One file. Propose it in the project’s repository, or send it to the maintainers.
       *[other] { $count } files, which belong together. Propose them in the project’s repository, or send them to the maintainers.
    }
form-copy = Copy
form-copied = Copied.
form-not-copied = It could not be copied: select the text, and copy it.
form-download = Download
form-propose = Open in the repository
form-propose-long = It is too long for a link: copy it first, and paste it there.
form-failed = The site’s records could not be loaded: look at your connection, and try again.

form-errors =
    { $count ->
        [one] One thing is missing or wrong
       *[other] { $count } things are missing or wrong
    }
form-wrong-missing = This is needed.
form-wrong-long = At most { $most } characters.
form-wrong-choice = Choose one of the list.
form-wrong-form = This is not in the form that is asked for.
form-wrong-unknown = There is no record of “{ $name }”: choose a name of the list, or leave it out.
form-wrong-article = There is no record of this article: choose one of the list, or say above that it is new here.
form-wrong-which = Choose an article of the list, or say above that it is new here.
form-wrong-address = Another article of this form has this address: for a second quote of it, give the same headline, outlet, day and language there too.
form-wrong-latin = Name the outlet in Latin letters: its file’s name is made of them.
form-wrong-evidence = Write a quote, or what the article says in your own words.
form-wrong-id = Write lower-case letters and digits joined by hyphens.
form-wrong-taken = A record has this name already: choose another.

form-means-day = { $words }.
form-means-span = { $words }: from { $first } to { $last }.
form-means-from = { $words }: from { $first } on.
form-means-until = { $words }: until { $last }.
form-means-open = { $words }.
form-means-untold = A date. The page of the event will say it in words.
form-instead = This is no date. Did you mean { $date }?
form-instead-two = This may be two days: write { $first } or { $last }.
form-instead-day = This is another day for every reader: write the day itself, such as 2025-11-06.
form-instead-none = This is no date. Write 2025-11-06, 2025-11 or 2025, 2025~ for about 2025, or 2025-11-06/2025-11-08 for what lasted.
