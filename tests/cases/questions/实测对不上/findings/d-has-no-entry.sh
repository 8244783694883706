#!/usr/bin/env bash
echo "a 1.0"
