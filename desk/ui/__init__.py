"""The windows of Desk.

`shell` is the frame (sign-in, window, search, preview); `workspaces` says which pages a role gets; `screens`,
`forms`, `sections` and `fields` are what officers work in; `runtime` is what all of them stand on; `theme` is
the look. Screens get one `ScreenContext` and do everything through it: actions by `ctx.act`, long work by
`ctx.run`, papers by `ctx.print_paper`. Nothing here imports models, store, documents or SQLAlchemy: what
belongs to them arrives through the Protocols in `runtime/ports.py`, which bootstrap fills.
"""
