package kit

import (
	"fyne.io/fyne/v2"

	"mentorbook/ui/tone"
)

// signSide is how wide and high the sign is, and smallSign where it would leave no room for what the block says, in units.
const (
	signSide  = 14
	smallSign = 8
)

// signColor is what a sign is drawn in.
func signColor(s tone.Sign) fyne.ThemeColorName {
	switch s {
	case tone.Clashes:
		return ColorDanger
	case tone.Agreed:
		return ColorAccent
	}
	return ColorWarn
}

// signed puts a sign into the corner of a room, and gives the room that is left beside it.
func (f *blockFace) signed(r blockRoom, side float32) blockRoom {
	side = min(side, r.h-r.p.px(2))
	f.sign.CornerRadius = side / 2
	f.mark.TextSize, f.mark.TextStyle.Bold, f.mark.Color = side*0.75, true, r.p.color(ColorCard)
	setFace(f.mark)
	x, y := r.x+r.w-side, r.y+min(r.p.px(4), (r.h-side)/2)
	place(f.sign, x, y, side, side)
	h := f.mark.MinSize().Height
	place(f.mark, x, y+(side-h)/2, side, h)
	r.w = max(r.w-side-r.p.px(1), 0)
	return r
}

// SignLine says in a line what a sign means, in the colour that it has on blocks.
func SignLine(s tone.Sign, words string) fyne.CanvasObject {
	return NewRuns(Style{Size: SizeCaption, Color: signColor(s), Bold: true}.Run(s.Mark()+" "), Caption().Run(words))
}
