package pdf

import (
	"bytes"
	"errors"
	"strings"

	"mentorbook/core/draw"
)

// fontNames has the names that each face goes by. gofpdf names an embedded font "utf8" and its family in
// lower case; a subset has to be named by a tag of six capitals, a plus sign and the font's own name
// (PDF 1.3, 5.5.3). Both names of a face are of the same length, so that one takes the place of the other
// in the finished file without moving a byte.
var fontNames = [...]struct{ family, name string }{
	draw.Regular: {"aa+notosans-regular", "MBREGU+NotoSans-Regular"},
	draw.Bold:    {"aa+notosans-bold", "MBBOLD+NotoSans-Bold"},
	draw.Math:    {"aa+notosansmath-regular", "MBMATH+NotoSansMath-Regular"},
	draw.Symbols: {"aa+notosanssymbols2-regular", "MBSYMB+NotoSansSymbols2-Regular"},
}

// noFiles is the empty list of embedded files that gofpdf enters in every catalog.
const noFiles = "/Names <<\n/EmbeddedFiles << /Names [\n  \n] >>\n>>\n"

var errCatalog = errors.New("pdf: the catalog is not as expected")

// finish names the fonts as subsets, and the language in the place of the empty list of embedded files, which
// readers take for attachments. It keeps every offset: what is put in is as long as what is taken out.
func finish(file []byte, lang string) ([]byte, error) {
	for _, n := range fontNames {
		for _, key := range [...]string{"/BaseFont /", "/FontName /"} {
			file = bytes.ReplaceAll(file, []byte(key+"utf8"+n.family+"\n"), []byte(key+n.name+"\n"))
		}
	}
	catalog := bytes.LastIndex(file, []byte(noFiles))
	if catalog < 0 {
		return nil, errCatalog
	}
	entry := ""
	if isLang(lang) {
		entry = "/Lang (" + lang + ")"
	}
	entry += strings.Repeat(" ", len(noFiles)-len(entry)-1) + "\n"
	copy(file[catalog:], entry)
	return file, nil
}

// isLang says whether a text has the form of a BCP 47 tag, short enough for the place.
func isLang(tag string) bool {
	if len(tag) < 2 || len(tag) > 35 {
		return false
	}
	for _, c := range []byte(tag) {
		if c != '-' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}
