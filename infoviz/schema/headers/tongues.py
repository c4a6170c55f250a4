"""The words people put above their columns in other languages, by language and by set of :mod:`.vocabulary`.

Words stand here without the marks that :func:`infoviz.schema.headers.meaning.words` takes off.
"""

from typing import Final

from infoviz.schema.headers.tongues_asian import ASIAN
from infoviz.schema.headers.tongues_further import FURTHER
from infoviz.schema.headers.tongues_western import WESTERN

TONGUES: Final[dict[str, dict[str, str]]] = WESTERN | FURTHER | ASIAN
"""Language → set → words."""
