"""What every screen stands on.

`ports` are the Protocols bootstrap fills; `context` is the object every page gets; `page` its base class;
`hub` brings the store's announcements to the pages that watch those tables; `localbus` passes them on to the
other processes of this PC; `tasks` runs long work; `autosave` keeps drafts; `printing` and `preview` put
papers on printers and on screen. Imports go one way: ports <- hub, tasks <- context <- page.
"""
