"""What a study is on the disk: its folder, the tables of ``study.sqlite``, and the steps between versions.

The folder ``NAME.austudio`` holds

``study.sqlite``
    Everything that people decided. WAL mode with ``synchronous=FULL``; the rollback journal where a drive
    cannot do WAL. The file alone is a whole study, but for its models.
``models/``
    The checkpoints that table ``model`` names (``.safetensors``), each with its card (``.json``).
``samples/RECORDING/``
    ``PTS.png``: the pixels of a sampled frame as coders see them and models learn from them, without loss;
    ``windows.h5``: crops around rated frames for training. Can be made again from the videos.
``analysis/RECORDING/``
    ``faces.h5`` and ``MODEL.h5``. Can be made again.
``backups/``
    ``study-TIME.sqlite``, the newest ten (`au_studio.study.backup`).
``lock``
    Who writes, JSON (`au_studio.study.lock`); empty when nobody does.

Videos are not in it: table ``recording`` knows them by path, size and content hash.

``PRAGMA application_id`` is `APPLICATION_ID`; ``PRAGMA user_version`` counts the migrations applied.
Times of day are UTC in ISO 8601 with milliseconds (``2026-01-31T12:00:00.000Z``). Frames are named by their
presentation timestamp (``pts``, in the time base of the recording), never by a running number. Ids are texts
that stay unique when studies are merged.

``rating_event`` is the history of everything that any coder ever did; triggers keep it append-only. The view
``rating`` shows what holds now. A ``value`` of NULL in a ``rate`` event means *not codable* (with the FACS
visibility code in ``code`` when the coder gave one); *not rated* has no row in ``rating``. Notes on frames
are kept the same way in ``note_event``.

Table ``setting`` holds the study's settings, values in JSON. ``id``, ``name``, ``created``,
``app_version``: identity. ``coding.order`` (``"random"`` or ``"chronological"``), ``coding.coder`` (id of
who coded last): the Code page. ``neutral.person.NAME``, ``neutral.recording.ID`` and, where one of several
people was chosen to be read, ``neutral.recording.ID.NUMBER`` (``{"recording", "pts", "person"}``): neutral
references, with the number of the person whose face it is. ``rated.person.ID``:
number of the person whose face a recording's ratings are of, once another one was chosen there.
``sample.undone``: list of the draws that were taken back before anything in them was rated
(``{"recording", "seed", "frames", "drawn", "undone"}``).
``recording.open``: id of the recording that the window showed last.
``recording.reading.ID``: how people chose that a recording is read (``{"stream", "deinterlace"}``,
`au_studio.video.options.ReadingOptions`); without it as usual.
``train.learning_curve``: the last learning curve that was computed, as `au_studio.learn` gives it, with whose
ratings and model it is of (``about``) and when it was made.
``model.default``: id of the model whose curves the study opens with; a setting, because it may be one that
ships with AU Studio and is not in table ``model``. Unknown keys are left alone.

A row is never deleted: what people take away gets the time in ``removed``, so that it can be brought back.
(Only the frames of a draw go that is taken back before anybody rated one; ``sample.undone`` remembers it.)

Versions: 1, the first; 2, markers, imports of ratings, double coding by frame, pooled samples, notes and
groups of recordings, notes and removal of models and coders.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x41555354
"""Marks an SQLite file as a study of AU Studio (``AUST``)."""

LEARNING_CURVE = "train.learning_curve"
"""Setting that holds the last learning curve."""

_VERSION_1 = (
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE recording (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        relative_path TEXT,              -- from the study's folder, forward slashes; NULL on another drive
        absolute_path TEXT NOT NULL,
        size INTEGER NOT NULL,           -- bytes
        duration REAL NOT NULL,          -- seconds
        n_frames INTEGER NOT NULL,
        content_hash TEXT NOT NULL UNIQUE,
        person TEXT,                     -- who the recording is of, when nobody is named by number
        condition TEXT,                  -- group or condition of the experiment
        target_person INTEGER,           -- number of the tracked person who is analysed; NULL = the largest
        added TEXT NOT NULL,
        removed TEXT                     -- hidden from the list since then; its ratings stay
    )
    """,
    """
    CREATE TABLE appearance (            -- names of the tracked persons of a recording
        recording_id TEXT NOT NULL REFERENCES recording (id),
        number INTEGER NOT NULL CHECK (number >= 0),
        person TEXT NOT NULL,
        PRIMARY KEY (recording_id, number)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE coder (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        kind TEXT NOT NULL CHECK (kind IN ('human', 'consensus', 'imported')),
        created TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE sample (
        id TEXT PRIMARY KEY,
        recording_id TEXT NOT NULL REFERENCES recording (id),
        method TEXT NOT NULL,            -- name of the drawing rule, see au_studio.study.sampling
        seed INTEGER NOT NULL,
        index_digest TEXT NOT NULL,      -- of the timestamps that it was drawn from
        fraction REAL,                   -- what was asked for, when it was a share
        requested INTEGER NOT NULL CHECK (requested >= 0),
        spacing INTEGER NOT NULL DEFAULT 0 CHECK (spacing >= 0),   -- least distance of two frames, in pts
        overlap REAL NOT NULL DEFAULT 0 CHECK (overlap BETWEEN 0 AND 1),  -- share for a second coder
        created TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE sample_frame (
        sample_id TEXT NOT NULL REFERENCES sample (id),
        place INTEGER NOT NULL CHECK (place >= 0),  -- in the order of the draw
        pts INTEGER NOT NULL,
        drawn TEXT NOT NULL,
        PRIMARY KEY (sample_id, place),
        UNIQUE (sample_id, pts)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE rating_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        coder_id TEXT NOT NULL REFERENCES coder (id),
        recording_id TEXT NOT NULL REFERENCES recording (id),
        pts INTEGER NOT NULL,
        au INTEGER NOT NULL,
        action TEXT NOT NULL CHECK (action IN ('rate', 'retract')),
        value INTEGER CHECK (value BETWEEN 0 AND 5),
        code INTEGER CHECK (code BETWEEN 70 AND 74),
        side TEXT CHECK (side IN ('L', 'R', 'U')),
        unsure INTEGER NOT NULL DEFAULT 0 CHECK (unsure IN (0, 1)),
        visible TEXT NOT NULL,           -- what the coder could see: 'blind', 'model', 'coders', 'imported' …
        seconds REAL,                    -- time spent since the coder's previous action, when measured
        reverts INTEGER REFERENCES rating_event (id),  -- the event that this one undoes
        created TEXT NOT NULL,
        CHECK (action = 'rate' OR (value IS NULL AND code IS NULL AND side IS NULL)),
        CHECK (code IS NULL OR value IS NULL)
    )
    """,
    "CREATE INDEX rating_event_key ON rating_event (recording_id, coder_id, pts, au, id)",
    """
    CREATE TRIGGER rating_event_no_update BEFORE UPDATE ON rating_event
    BEGIN SELECT RAISE(ABORT, 'the history of ratings is append-only'); END
    """,
    """
    CREATE TRIGGER rating_event_no_delete BEFORE DELETE ON rating_event
    BEGIN SELECT RAISE(ABORT, 'the history of ratings is append-only'); END
    """,
    """
    CREATE VIEW rating AS
    SELECT * FROM rating_event AS e
    WHERE e.action = 'rate' AND NOT EXISTS (
        SELECT 1 FROM rating_event AS later
        WHERE later.recording_id = e.recording_id AND later.coder_id = e.coder_id
          AND later.pts = e.pts AND later.au = e.au AND later.id > e.id
    )
    """,
    """
    CREATE TABLE note_event (            -- append-only; the last text of a frame holds, '' removes it
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        coder_id TEXT NOT NULL REFERENCES coder (id),
        recording_id TEXT NOT NULL REFERENCES recording (id),
        pts INTEGER NOT NULL,
        text TEXT NOT NULL,
        created TEXT NOT NULL
    )
    """,
    "CREATE INDEX note_event_key ON note_event (recording_id, coder_id, pts, id)",
    """
    CREATE TABLE model (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        file TEXT NOT NULL UNIQUE,       -- inside models/
        parent TEXT,                     -- id of the model it was trained from; may be a shipped one
        sha256 TEXT NOT NULL,
        card TEXT NOT NULL,              -- the whole model card, JSON
        created TEXT NOT NULL
    )
    """,
)

_VERSION_2 = (
    "ALTER TABLE recording ADD COLUMN person_group TEXT",  # group of the person, e.g. patients; NULL = none
    "ALTER TABLE recording ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    # Which part of the sample the coder rates: all of it, or only the frames that two coders rate.
    "ALTER TABLE coder ADD COLUMN part TEXT NOT NULL DEFAULT 'all' CHECK (part IN ('all', 'double'))",
    "ALTER TABLE coder ADD COLUMN removed TEXT",  # off the list since then; the ratings stay
    # 1 = one draw over several recordings decided how many frames this one gave.
    "ALTER TABLE sample ADD COLUMN pooled INTEGER NOT NULL DEFAULT 0 CHECK (pooled IN (0, 1))",
    # 1 = a second coder rates this frame, too.
    "ALTER TABLE sample_frame ADD COLUMN double_coded INTEGER NOT NULL DEFAULT 0"
    " CHECK (double_coded IN (0, 1))",
    "ALTER TABLE sample_frame ADD COLUMN picture TEXT",  # SHA-256 of the pixels in samples/, once extracted
    """
    UPDATE sample_frame SET double_coded = 1 WHERE place < (
        SELECT CAST(s.overlap * (SELECT COUNT(*) FROM sample_frame AS f WHERE f.sample_id = s.id) + 0.5
                    AS INTEGER)
        FROM sample AS s WHERE s.id = sample_frame.sample_id
    )
    """,
    """
    CREATE TABLE rating_import (         -- one reading of ratings from files
        id TEXT PRIMARY KEY,
        coder_id TEXT NOT NULL REFERENCES coder (id),
        source TEXT NOT NULL,            -- the file or folder, as it was named
        format TEXT NOT NULL,            -- 'wide', 'long', 'disfa'
        created TEXT NOT NULL
    )
    """,
    "ALTER TABLE rating_event ADD COLUMN import_id TEXT REFERENCES rating_import (id)",
    "CREATE INDEX rating_event_import ON rating_event (import_id) WHERE import_id IS NOT NULL",
    """
    CREATE TABLE marker_kind (           -- what markers can mean: 'question asked', 'stimulus', …
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        colour INTEGER NOT NULL CHECK (colour >= 0),  -- place in the palette of the theme
        key INTEGER UNIQUE CHECK (key BETWEEN 1 AND 9),  -- the digit that sets such a marker
        created TEXT NOT NULL,
        removed TEXT                     -- offered no more since then; its markers stay
    )
    """,
    """
    CREATE TABLE marker (                -- something that happened in a recording, at a frame or over a span
        id TEXT PRIMARY KEY,
        recording_id TEXT NOT NULL REFERENCES recording (id),
        kind_id TEXT NOT NULL REFERENCES marker_kind (id),
        start INTEGER NOT NULL,          -- pts
        stop INTEGER CHECK (stop >= start),  -- pts of the last frame; NULL = at one frame
        note TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL,
        removed TEXT                     -- taken away since then; undo brings it back
    )
    """,
    "CREATE INDEX marker_recording ON marker (recording_id, start)",
    "ALTER TABLE model ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE model ADD COLUMN removed TEXT",  # off the list since then; the checkpoint stays
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_VERSION_1, _VERSION_2)
"""``MIGRATIONS[v]`` holds the statements that lead from schema version ``v`` to ``v + 1``; 0 is empty."""

INDICES = (
    "CREATE INDEX IF NOT EXISTS rating_event_coder ON rating_event (coder_id, recording_id, pts, au, id)",
    "CREATE INDEX IF NOT EXISTS sample_recording ON sample (recording_id)",
)
"""Indices that make large studies quick. They hold nothing of their own: an older AU Studio opens a study
that has them, and keeps them up. So they are made wherever they are missing, and are no version."""


def version(connection: sqlite3.Connection) -> int:
    """Return the schema version of an open database; 0 when it is empty."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS
) -> tuple[int, int]:
    """Bring an open database to the newest schema, one whole version at a time.

    Each step is one transaction: after a crash the database has either the old or the new version.

    Parameters
    ----------
    connection : sqlite3.Connection
        In autocommit mode (``isolation_level=None``).
    migrations : tuple of tuples of str
        The steps, for tests; the program's own by default.

    Returns
    -------
    tuple of int
        The versions before and after.
    """
    before = version(connection)
    for number in range(before, len(migrations)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in migrations[number]:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk has ended it already
                connection.execute("ROLLBACK")
            raise
    return before, max(before, len(migrations))
