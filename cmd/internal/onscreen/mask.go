package onscreen

import (
	"image"
	"slices"
)

// Mask is the ink of something to look for, such as a word: 0 where there is none, 255 where it covers all. It is
// found in any colour on any ground, as long as either is one colour.
type Mask struct {
	ink    *image.Gray
	margin int
	anchor image.Point // where ink and none stand side by side most sharply
	probes []probe     // the places that tell most, looked at first
}

type probe struct{ x, y, ink int }

// NewMask makes a mask of a picture of ink, without what is empty around it. margin is how many pixels beside the ink
// must be empty, so that a word is not found within a longer one, or a line within a longer line. It gives nil where
// there is no ink.
func NewMask(picture *image.Gray, margin int) *Mask {
	used := image.Rectangle{}
	for y := picture.Rect.Min.Y; y < picture.Rect.Max.Y; y++ {
		for x := picture.Rect.Min.X; x < picture.Rect.Max.X; x++ {
			if picture.GrayAt(x, y).Y > 40 {
				used = used.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if used.Empty() {
		return nil
	}
	m := &Mask{margin: margin, ink: image.NewGray(image.Rect(0, 0, used.Dx()+2*margin, used.Dy()))}
	for y := range used.Dy() {
		for x := range used.Dx() {
			m.ink.SetGray(x+margin, y, picture.GrayAt(used.Min.X+x, used.Min.Y+y))
		}
	}
	m.choose()
	return m
}

// jump is how much the brightness changes from a pixel to its right neighbour.
func jump(g *image.Gray, x, y int) int {
	at := y*g.Stride + x
	d := int(g.Pix[at]) - int(g.Pix[at+1])
	return max(d, -d)
}

// choose picks the probes: full ink and none in turn, from all over the mask.
func (m *Mask) choose() {
	const each = 12
	var full, none []probe
	for y := range m.ink.Rect.Dy() {
		for x := range m.ink.Rect.Dx() {
			if x+1 < m.ink.Rect.Dx() && jump(m.ink, x, y) > jump(m.ink, m.anchor.X, m.anchor.Y) {
				m.anchor = image.Pt(x, y)
			}
			switch ink := int(m.ink.GrayAt(x, y).Y); {
			case ink > 180:
				full = append(full, probe{x, y, ink})
			case ink == 0:
				none = append(none, probe{x, y, ink})
			}
		}
	}
	for i := range each {
		if len(full) > 0 && len(none) > 0 {
			m.probes = append(m.probes, full[i*len(full)/each], none[i*len(none)/each])
		}
	}
}

// Sight is a picture made ready for looking for many masks.
type Sight struct {
	grey  *image.Gray
	edges []image.Point // where the brightness changes: all that a mask can begin to fit at
}

// Look makes a picture ready.
func Look(picture *image.RGBA) *Sight {
	s := &Sight{grey: image.NewGray(image.Rect(0, 0, picture.Rect.Dx(), picture.Rect.Dy()))}
	for i := range s.grey.Pix {
		p := picture.Pix[4*i:]
		s.grey.Pix[i] = byte((299*int(p[0]) + 587*int(p[1]) + 114*int(p[2])) / 1000)
	}
	for y := range s.grey.Rect.Dy() {
		for x := range s.grey.Rect.Dx() - 1 {
			if jump(s.grey, x, y) > least/2 {
				s.edges = append(s.edges, image.Pt(x, y))
			}
		}
	}
	return s
}

// Find gives where a mask is seen, from the top down and from the left to the right.
func (s *Sight) Find(m *Mask) []image.Rectangle {
	var found []image.Rectangle
	if len(m.probes) == 0 {
		return nil
	}
	w, h := m.ink.Rect.Dx(), m.ink.Rect.Dy()
	for _, edge := range s.edges {
		x, y := edge.X-m.anchor.X, edge.Y-m.anchor.Y
		if x < 0 || y < 0 || x+w > s.grey.Rect.Dx() || y+h > s.grey.Rect.Dy() || !m.probable(s.grey, x, y) || !m.fits(s.grey, x, y) {
			continue
		}
		at := image.Rect(x+m.margin, y, x+w-m.margin, y+h)
		if !slices.ContainsFunc(found, at.Overlaps) {
			found = append(found, at)
		}
	}
	return found
}

// least is the least difference of brightness between ink and ground that somebody could read.
const least = 24

// probable tells whether the probes look right at a place.
func (m *Mask) probable(grey *image.Gray, x, y int) bool {
	at := func(p probe) int { return int(grey.Pix[(y+p.y)*grey.Stride+x+p.x]) }
	ground := at(m.probes[1])
	contrast := (at(m.probes[0]) - ground) * 255 / m.probes[0].ink
	if contrast < least && contrast > -least {
		return false
	}
	near := max(contrast, -contrast)/3 + 2
	for _, p := range m.probes {
		if off := at(p) - ground - contrast*p.ink/255; off > near || off < -near {
			return false
		}
	}
	return true
}

// fits tells whether all of the mask is there: how far the pixels are from what they would be, on average, with nothing
// beside the ink.
func (m *Mask) fits(grey *image.Gray, x, y int) bool {
	width := m.ink.Rect.Dx()
	row := func(my int) (mask, seen []byte) {
		return m.ink.Pix[my*m.ink.Stride:][:width], grey.Pix[(y+my)*grey.Stride+x:][:width]
	}
	ground, grounds, ink, inks, covered := 0, 0, 0, 0, 0
	for my := range m.ink.Rect.Dy() {
		masks, seen := row(my)
		for mx, mask := range masks {
			switch {
			case mask == 0:
				ground, grounds = ground+int(seen[mx]), grounds+1
			case mask > 120:
				ink, inks, covered = ink+int(seen[mx]), inks+int(mask), covered+1
			}
		}
	}
	if grounds == 0 || inks == 0 {
		return false
	}
	base := ground / grounds
	contrast, off := (ink-base*covered)*255/inks, 0
	strong := max(contrast, -contrast)
	if strong < least {
		return false
	}
	for my := range m.ink.Rect.Dy() {
		masks, seen := row(my)
		for mx, mask := range masks {
			d := int(seen[mx]) - base - contrast*int(mask)/255
			d = max(d, -d)
			if beside := mx < m.margin || mx >= width-m.margin; beside && 4*d > strong {
				return false
			}
			off += d
		}
	}
	return off*100 <= strong*width*m.ink.Rect.Dy()*3
}
