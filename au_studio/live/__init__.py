"""The analysis of the recording on the screen: its child, their messages, faces, curves that grow; no Qt."""
