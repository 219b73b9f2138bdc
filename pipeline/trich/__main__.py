"""`python -m trich`: the command line without its script on the path."""

import sys

from trich.cli import main

sys.exit(main())
