from au_studio.analysis.models import available_models as available_models
from au_studio.api.analysis import Analysis as Analysis
from au_studio.api.analysis import load_analysis as load_analysis
from au_studio.api.analyze import IncompleteAnalysisError as IncompleteAnalysisError
from au_studio.api.analyze import analyze as analyze
from au_studio.api.study import StudyReader as StudyReader
from au_studio.api.study import open_study as open_study
from au_studio.errors import AUStudioError as AUStudioError

__version__: str
