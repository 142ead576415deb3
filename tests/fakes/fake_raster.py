"""Pictures of pages that are told from each other by their bytes."""

from __future__ import annotations

import hashlib

from cgcounter.services.ports import PagePicture


class FakeRaster:
    """One small page a document; another document or another resolution gives another picture."""

    def pages(self, pdf: bytes, *, dpi: int, most: int | None = None) -> tuple[PagePicture, ...]:
        if not pdf.startswith(b"%PDF-"):
            raise ValueError("not a PDF")
        if dpi <= 0:
            raise ValueError("no resolution")
        pixels = hashlib.sha256(pdf + dpi.to_bytes(4)).digest()[:12]
        return (PagePicture(width=2, height=2, rgb=pixels),)[:most]
