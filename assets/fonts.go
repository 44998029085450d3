package assets

import (
	"bytes"
	_ "embed" // the fonts travel inside the program: a page looks the same on every machine
)

// The fonts that pages are set in. They are under the SIL Open Font License; its text lies beside them.
var (
	//go:embed fonts/NotoSans-Regular.ttf
	notoSansRegular []byte
	//go:embed fonts/NotoSans-Bold.ttf
	notoSansBold []byte
	//go:embed fonts/NotoSansMath-Regular.ttf
	notoSansMath []byte
	//go:embed fonts/NotoSansSymbols2-Regular.ttf
	notoSansSymbols2 []byte
	//go:embed fonts/OFL.txt
	fontLicence string
)

// NotoSansRegular is a TrueType file: Latin, Cyrillic and Greek. Each call gives a copy of its own, because
// the PDF writer writes into the bytes that it is given.
func NotoSansRegular() []byte { return bytes.Clone(notoSansRegular) }

// NotoSansBold is the bold cut of NotoSansRegular, with the same letters. Each call gives a copy.
func NotoSansBold() []byte { return bytes.Clone(notoSansBold) }

// NotoSansMath is a TrueType file with arrows, the true minus and the signs of comparison, which the text
// faces lack. Each call gives a copy.
func NotoSansMath() []byte { return bytes.Clone(notoSansMath) }

// NotoSansSymbols2 is a TrueType file with ticks, shapes and pictures of control characters, which the text
// faces lack. Each call gives a copy.
func NotoSansSymbols2() []byte { return bytes.Clone(notoSansSymbols2) }

// FontLicence is the text under which the fonts are given out, with their copyright lines.
func FontLicence() string { return fontLicence }
