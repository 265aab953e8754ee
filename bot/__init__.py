"""The doors: platforms, clock, command line and wiring."""
