"""A study on disk: recordings, coders, samples, ratings, models, history.

A study is a folder ``NAME.austudio``: ``study.sqlite`` (see `au_studio.study.schema` for every table),
``models/``, ``analysis/``, ``samples/``, ``backups/`` and ``lock``. Everything but ``study.sqlite`` and
``models/`` can be made again.
"""
