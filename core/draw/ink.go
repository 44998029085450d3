package draw

import "image/color"

// Ink is the role of a colour: what it is for, not what it looks like. The zero Ink draws nothing.
type Ink uint8

// The roles. Nothing is told by colour alone: ticks, dashes and words tell it too, so that a page printed in
// grey, or read by somebody who sees no green, says the same.
const (
	NoInk     Ink = iota
	TextInk       // words and figures
	MutedInk      // words of second rank, footnotes
	AccentInk     // the rule above a tile, the filled part of a bar
	HairInk       // hairlines of tables and axes
	TrackInk      // the empty part of a bar
	PanelInk      // the ground of a table's header
	PaperInk      // the page itself
	MarkInk       // ticks upon a bar
	SecondInk     // further series and parts of a chart
	ThirdInk
	FourthInk
	FifthInk
	inkCount
)

// Palette gives each role its colour. Its index is an Ink.
type Palette [inkCount]color.NRGBA

// Color is the colour of a role. A role that the palette does not know is transparent.
func (p *Palette) Color(ink Ink) color.NRGBA {
	if int(ink) >= len(p) {
		return color.NRGBA{}
	}
	return p[ink]
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// PaperPalette is for white paper, and for a page shown in a window, which is paper too.
func PaperPalette() *Palette {
	return &Palette{
		TextInk: rgb(0x20262b), MutedInk: rgb(0x5f656a), AccentInk: rgb(0x1f6f5c),
		HairInk: rgb(0xe4e2dc), TrackInk: rgb(0xe4e2dc), PanelInk: rgb(0xf6f5f2), PaperInk: rgb(0xffffff),
		MarkInk: rgb(0x20262b), SecondInk: rgb(0x3d6ea8), ThirdInk: rgb(0xc07a1c), FourthInk: rgb(0x7a5aa6),
		FifthInk: rgb(0x8a9096),
	}
}

// DarkPalette is for charts that stand in a dark window.
func DarkPalette() *Palette {
	return &Palette{
		TextInk: rgb(0xe8e9ea), MutedInk: rgb(0x9aa0a5), AccentInk: rgb(0x5fc0a5),
		HairInk: rgb(0x303438), TrackInk: rgb(0x303438), PanelInk: rgb(0x1b1d1f), PaperInk: rgb(0x1f2224),
		MarkInk: rgb(0xe8e9ea), SecondInk: rgb(0x7fb0ea), ThirdInk: rgb(0xe0a04a), FourthInk: rgb(0xb79be0),
		FifthInk: rgb(0x7d8388),
	}
}
