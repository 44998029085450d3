package kit

import (
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/tone"
)

// leastLetters is how many letters of a name are worth showing before its ellipsis.
const leastLetters = 3

// blockSays is what a block shows of its title.
type blockSays struct {
	text  string
	size  fyne.ThemeSizeName
	lines int  // at most; 0 for nothing at all
	cut   bool // there is more to it
}

// blockRoom is the room for the texts of a block.
type blockRoom struct {
	p          paint
	color      fyne.ThemeColorName
	caption    fyne.ThemeColorName
	bold       bool
	x, y, w, h float32
}

func (r blockRoom) style(size fyne.ThemeSizeName, bold bool) Style {
	return Style{Size: size, Color: r.color, Bold: bold && r.bold}
}

func (r blockRoom) line() float32 { return lineHeight(r.p, Style{Size: SizeCaption, Bold: true}) }

// lines tells how many lines there is room for. A quarter of an hour still names what it is.
func (r blockRoom) lines() int { return max(int((r.h-r.p.px(2))/r.line()), 1) }

// top is where the first line begins: in the middle of a block that has room for one alone.
func (r blockRoom) top() float32 {
	if line := r.line(); r.h < line+r.p.px(6) {
		return r.y + max((r.h-line)/2, 0)
	}
	return r.y + r.p.px(3)
}

// texts puts what a block has to say into it. Where that has no room it says less, and nothing in part but a name, which
// ends in an ellipsis: first the caption goes, then the name, then the time.
func (f *blockFace) texts(b GridBlock, r blockRoom) {
	f.put(b, r)
	f.sign.Hidden = b.Sign == tone.NoSign || !f.caption.Hidden
	if f.sign.Hidden {
		return
	}
	f.mark.Text, f.sign.FillColor = b.Sign.Mark(), r.p.color(signColor(b.Sign))
	named := f.title.Text()
	for _, side := range []float32{signSide, smallSign, signSide} { // what asks for care is not left unsaid for want of room
		if f.put(b, f.signed(r, r.p.px(side))); f.title.Text() == named && !f.title.Hidden {
			f.caption.Hidden, f.cut = true, true
			return // nor is what it is
		}
	}
	if f.sign.Hidden = !b.Sign.Care(); f.sign.Hidden { // that all is well gives way
		f.put(b, r)
	}
	f.caption.Hidden, f.cut = true, true
}

// put puts title and caption into a room.
func (f *blockFace) put(b GridBlock, r blockRoom) {
	says := r.says(b)
	if says.size == "" {
		says.size = SizeCaption
	}
	f.title.SetRuns(Run{says.text, r.style(says.size, true)})
	f.title.Limit(max(says.lines, 1))
	f.title.Hidden = says.lines == 0
	th := float32(0)
	if !f.title.Hidden {
		th = f.title.HeightFor(r.w)
		place(f.title, r.x, r.top(), r.w, th)
	}
	left := int((r.h - r.p.px(4) - th) / r.line())
	style := r.captionStyle(b, left)
	inked := style
	inked.Color = r.caption
	f.caption.SetRuns(Run{b.Caption, inked})
	// What a meeting is about is said nowhere else in the days; what came of it is told by the day's own page, too, and that all
	// come by the sign. Who has not said so yet is what one looks for.
	about := b.Topic != "" && (b.Fixed || b.Sign == tone.Agreed) && !b.Sign.Care() && !b.Loose && left == 1 && r.worth(firstLetters(b.Topic), style)
	f.caption.Hidden = f.title.Hidden || b.Caption == "" || about || !r.whole(b.Caption, style, left)
	if !f.caption.Hidden {
		f.caption.Limit(left)
		place(f.caption, r.x, r.top()+th, r.w, f.caption.HeightFor(r.w))
	}
	f.cut = says.cut || f.title.Cut() || f.caption.Hidden && b.Caption != ""
	f.putTopic(b, r, th)
}

// captionStyle is how a block's caption is written: smaller where it fits only so, since a letter too much would leave all of it
// unsaid.
func (r blockRoom) captionStyle(b GridBlock, lines int) Style {
	style := r.style(SizeCaption, false)
	if small := r.style(SizeChip, false); !r.whole(b.Caption, style, lines) && r.whole(b.Caption, small, lines) {
		return small
	}
	return style
}

// putTopic puts what the meeting is about below title and caption, in the lines that they leave.
func (f *blockFace) putTopic(b GridBlock, r blockRoom, y float32) {
	if !f.caption.Hidden {
		y += f.caption.HeightFor(r.w)
	}
	style := r.style(SizeCaption, false)
	left := int((r.h - r.p.px(4) - y) / r.line())
	f.topic.SetRuns(Run{b.Topic, style})
	f.topic.Hidden = b.Topic == "" || f.title.Hidden || left < 1 || !r.worth(firstLetters(b.Topic), style)
	if !f.topic.Hidden {
		f.topic.Limit(left)
		place(f.topic, r.x, r.top()+y, r.w, f.topic.HeightFor(r.w))
	}
	f.cut = f.cut || b.Topic != "" && (f.topic.Hidden || f.topic.Cut())
}

// says chooses what is shown of a title.
func (r blockRoom) says(b GridBlock) blockSays {
	style, lines := r.style(SizeCaption, true), r.lines()
	name := strings.TrimSpace(strings.TrimPrefix(b.Title, b.Time))
	begun := strings.TrimSuffix(b.Title, name) + firstLetters(name)
	if lines > 1 && r.worth(begun, style) {
		lines -= r.below(b, lines) // what guests answered, or what it is about, is not crowded out by a long name
	}
	switch {
	case r.whole(b.Title, style, 1):
		return blockSays{text: b.Title, lines: 1}
	case b.Time == "":
		if said := r.named(name, lines); said.lines > 0 {
			return said
		}
		return r.letters(b.Initials)
	case lines > 1 && r.whole(b.Time, style, 1) && (r.worth(firstLetters(name), style) || r.whole(name, style, 1)):
		said := r.named(name, lines-1)
		said.text = b.Time + "\n" + said.text
		said.lines++
		return said
	case lines == 1 && r.worth(begun, style):
		return blockSays{text: b.Title, lines: 1, cut: true}
	}
	if b.Initials != "" {
		if said := r.firstName(b, name, lines); said.lines > 0 {
			return said
		}
		if said := r.initials(b, lines); said.lines > 0 {
			return said
		}
	}
	for _, size := range []fyne.ThemeSizeName{SizeCaption, SizeChip} {
		if r.whole(b.Time, r.style(size, true), 1) {
			return blockSays{text: b.Time, size: size, lines: 1, cut: true}
		}
	}
	return r.letters(core.Initials(name))
}

// below tells how many of some lines are kept for what is said below the title: two only where that leaves it as many.
func (r blockRoom) below(b GridBlock, lines int) int {
	switch {
	case b.Caption != "" && r.whole(b.Caption, r.captionStyle(b, 1), 1):
		return 1
	case b.Caption != "" && lines >= 4 && r.whole(b.Caption, r.captionStyle(b, 2), 2):
		return 2
	case b.Topic != "" && r.worth(firstLetters(b.Topic), r.style(SizeCaption, false)):
		return 1
	}
	return 0
}

// firstName shows whom a meeting is with, in whole, where their name fits with the time only in smaller letters, or without it: a block's
// place tells when it is, and letters are read less surely than a name.
func (r blockRoom) firstName(b GridBlock, name string, lines int) blockSays {
	small := r.style(SizeChip, true)
	switch {
	case lines > 1 && r.whole(b.Time, small, 1) && r.whole(name, small, 1):
		return blockSays{text: b.Time + "\n" + name, size: SizeChip, lines: 2}
	case r.whole(b.Title, small, 1):
		return blockSays{text: b.Title, size: SizeChip, lines: 1}
	case r.whole(name, r.style(SizeCaption, true), 1):
		return blockSays{text: name, lines: 1, cut: true}
	case r.whole(name, small, 1):
		return blockSays{text: name, size: SizeChip, lines: 1, cut: true}
	}
	return blockSays{}
}

// initials shows the letters that stand for whom a meeting is with, as on their picture, where there is no room for more than
// the time beside or above them. Where there is not even that, the time goes: a block's place tells it, and nothing else
// tells whom it is with.
func (r blockRoom) initials(b GridBlock, lines int) blockSays {
	for _, size := range []fyne.ThemeSizeName{SizeCaption, SizeChip} {
		style := r.style(size, true)
		if one := b.Time + " " + b.Initials; r.whole(one, style, 1) {
			return blockSays{text: one, size: size, lines: 1, cut: true}
		}
		if lines > 1 && r.whole(b.Time, style, 1) && r.whole(b.Initials, style, 1) {
			return blockSays{text: b.Time + "\n" + b.Initials, size: size, lines: 2, cut: true}
		}
	}
	return r.letters(b.Initials)
}

// letters shows a few letters; nothing where they do not fit.
func (r blockRoom) letters(text string) blockSays {
	for _, size := range []fyne.ThemeSizeName{SizeCaption, SizeChip} {
		if text != "" && r.whole(text, r.style(size, true), 1) {
			return blockSays{text: text, size: size, lines: 1, cut: true}
		}
	}
	return blockSays{cut: true}
}

// named shows a name in whole words, or the beginning of it in one line; nothing where that would be a letter or two.
func (r blockRoom) named(name string, lines int) blockSays {
	style := r.style(SizeCaption, true)
	switch {
	case wordsFit(r.p, name, style, r.w):
		return blockSays{text: name, lines: lines, cut: !r.whole(name, style, lines)}
	case r.worth(firstLetters(name), style): // the beginning of a name reads better than words that go on within the next line
		return blockSays{text: name, lines: 1, cut: true}
	}
	return blockSays{cut: true}
}

// worth tells whether a beginning of a title fits into one line with an ellipsis.
func (r blockRoom) worth(begun string, style Style) bool {
	return measure(begun+ellipsis, r.p.size(style.sizeName()), style.textStyle()).width <= r.w
}

// firstLetters gives the beginning of a name, or all of it where it is no longer than that.
func firstLetters(name string) string {
	ends := clusterBounds(name)
	if len(ends) == 0 {
		return ""
	}
	return name[:ends[min(leastLetters, len(ends))-1]]
}

// whole tells whether a text fits into so many lines with no word broken.
func (r blockRoom) whole(text string, style Style, lines int) bool {
	if lines < 1 || !wordsFit(r.p, text, style, r.w) {
		return false
	}
	return len(wrapRuns(r.p, []Run{{text, style}}, r.w, 0)) <= lines
}

// wordsFit tells whether each word of a text fits into a line of its own.
func wordsFit(p paint, text string, style Style, width float32) bool {
	for _, word := range strings.Fields(text) {
		if measure(word, p.size(style.sizeName()), style.textStyle()).width > width {
			return false
		}
	}
	return true
}
