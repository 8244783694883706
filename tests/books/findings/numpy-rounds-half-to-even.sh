#!/usr/bin/env bash
python3 -c 'import numpy; assert numpy.round(2.5) == 2 < 3'
