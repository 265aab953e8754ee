"""What the program costs, measured: each figure beside a baseline from the same run."""
