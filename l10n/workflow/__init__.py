"""What each command does, as a function: a frozen request in, frozen events out, in the order in which things happen.

One module a command, and nothing of a terminal in it: no output, no question, no exit. The command line turns options
into a request, and events into text and an exit code; any other program may do the same.

    for event in draft(DraftRequest(sources=(Path("article.txt"),))):
        ...

A function is a generator: nothing happens before the first event is asked for, and a run that is not followed to its
end stops there, with every file either as before or complete. What keeps the run from going on is raised as an
L10nError; what fails by itself is an event (`Failed`), and the rest goes on.
"""
