#!/usr/bin/env bash
python3 -c 'assert list(dict(b=1, a=2)) == ["b", "a"]'
