"""Face detection, landmarks, tracks of persons and alignment to the face crop."""
