"""``desk demo``: the filled demo office in a throw-away folder, or the tour where there is no display."""

from importlib import import_module

import click


@click.command()
@click.option("--role", default="", help="Sign in at once as the person of this role.")
@click.option(
    "--standard",
    type=click.Choice(("ksb", "ntt", "kpg")),
    default="ksb",
    show_default=True,
    help="Which invented office: of a kabupaten, a province, a kota.",
)
@click.option("--json", "as_json", is_flag=True, help="With the tour: answer in JSON.")
def demo(role: str, standard: str, as_json: bool) -> None:
    """Open an invented, filled office; nothing of it stays.

    Without a display it runs the tour instead and says so.
    """
    del as_json  # the windows answer nothing; the tour writes its tour.json
    roles = import_module("desk.demo.roles")
    cast = import_module("desk.demo.casts").cast_of(standard)
    try:
        roles.role_of(role, cast)
    except roles.UnknownRoleError as error:
        raise click.BadParameter(error.message, param_hint="--role") from error
    click.get_current_context().exit(import_module("desk.bootstrap").open_demo(role, standard))
