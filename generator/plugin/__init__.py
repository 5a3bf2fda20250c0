"""The MkDocs plugin: the only room that knows MkDocs, and hands it what the pipeline makes."""

from generator.plugin.hooks import DatelinePlugin as DatelinePlugin
