"""Entry point of the program: hands the arguments to the command line."""

from desk.cli import main

if __name__ == "__main__":
    main(prog_name="desk")
