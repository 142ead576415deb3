"""Printers, scanner and backup folder of this machine: chosen and tried, in the first run and in the settings."""
