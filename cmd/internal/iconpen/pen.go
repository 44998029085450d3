package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// half is half the pen's width, in units of the 24 x 24 sheet; dot is the radius of a dot.
const (
	half = 0.9
	dot  = 1.25
)

type point struct{ x, y float64 }

// towards is the point at distance d from p in the direction of angle a.
func (p point) towards(a, d float64) point {
	return point{p.x + d*math.Cos(a), p.y + d*math.Sin(a)}
}

// pen draws strokes and collects the outline of the ink they leave. Every piece is closed and turns the
// same way round, so that filled by the nonzero rule overlapping pieces add up to one shape; the holes
// of circles turn the other way. Ends are round, and therefore joints are too.
type pen struct {
	ink       strings.Builder
	at, start point
	commands  []string
}

// outline returns SVG path data that fills what a round pen of width 2*half would draw.
func outline(strokes string) (string, error) {
	p := &pen{commands: strings.Fields(strokes)}
	for len(p.commands) > 0 {
		letter := p.commands[0]
		p.commands = p.commands[1:]
		if err := p.draw(letter); err != nil {
			return "", fmt.Errorf("%s: %w", letter, err)
		}
	}
	if p.ink.Len() == 0 {
		return "", fmt.Errorf("nothing is drawn")
	}
	return strings.TrimSpace(p.ink.String()), nil
}

// numbers takes the next n numbers off the commands.
func (p *pen) numbers(n int) ([]float64, error) {
	if len(p.commands) < n {
		return nil, fmt.Errorf("%d numbers wanted, %d left", n, len(p.commands))
	}
	values := make([]float64, n)
	for i := range values {
		v, err := strconv.ParseFloat(p.commands[i], 64)
		if err != nil {
			return nil, err
		}
		values[i] = v
	}
	p.commands = p.commands[n:]
	return values, nil
}

// draw carries out one command.
func (p *pen) draw(letter string) error {
	wanted := map[string]int{"M": 2, "L": 2, "H": 1, "V": 1, "Z": 0, "A": 5, "O": 3, "R": 5, "D": 2}
	n, known := wanted[letter]
	if !known {
		return fmt.Errorf("unknown command")
	}
	v, err := p.numbers(n)
	if err != nil {
		return err
	}
	switch letter {
	case "M":
		p.at = point{v[0], v[1]}
		p.start = p.at
	case "L":
		p.lineTo(point{v[0], v[1]})
	case "H":
		p.lineTo(point{v[0], p.at.y})
	case "V":
		p.lineTo(point{p.at.x, v[0]})
	case "Z":
		p.lineTo(p.start)
	case "A":
		return p.arcTo(v[0], v[1] != 0, v[2] != 0, point{v[3], v[4]})
	case "O":
		p.ring(point{v[0], v[1]}, v[2])
	case "R":
		return p.box(v[0], v[1], v[2], v[3], v[4])
	case "D":
		p.disc(point{v[0], v[1]}, dot, true)
	}
	return nil
}

// lineTo inks a straight line: a bar with two round ends.
func (p *pen) lineTo(to point) {
	from := p.at
	p.at = to
	side := math.Atan2(to.y-from.y, to.x-from.x) - math.Pi/2
	p.move(from.towards(side, half))
	p.line(to.towards(side, half))
	p.arc(half, true, to.towards(side, -half))
	p.line(from.towards(side, -half))
	p.arc(half, true, from.towards(side, half))
	p.close()
}

// arcTo inks part of a circle of radius r: a band with two round ends.
func (p *pen) arcTo(r float64, large, sweep bool, to point) error {
	from := p.at
	p.at = to
	if r <= half {
		return fmt.Errorf("radius %g is not wider than the pen", r)
	}
	centre, err := arcCentre(from, to, r, large, sweep)
	if err != nil {
		return err
	}
	if !sweep { // the same ink, drawn the way round that all pieces turn
		from, to = to, from
	}
	a0 := math.Atan2(from.y-centre.y, from.x-centre.x)
	a1 := math.Atan2(to.y-centre.y, to.x-centre.x)
	p.move(centre.towards(a0, r+half))
	p.wideArc(r+half, large, true, centre.towards(a1, r+half))
	p.arc(half, true, centre.towards(a1, r-half))
	p.wideArc(r-half, large, false, centre.towards(a0, r-half))
	p.arc(half, true, centre.towards(a0, r+half))
	p.close()
	return nil
}

// arcCentre finds the centre of the circle of radius r through both points that SVG's flags choose
// (SVG 1.1, appendix F.6.5, for circles).
func arcCentre(from, to point, r float64, large, sweep bool) (point, error) {
	dx, dy := to.x-from.x, to.y-from.y
	chord := math.Hypot(dx, dy)
	if chord == 0 || chord > 2*r+0.01 {
		return point{}, fmt.Errorf("no circle of radius %g goes through both ends, %.2f apart", r, chord)
	}
	away := math.Sqrt(math.Max(0, r*r-chord*chord/4))
	if large == sweep {
		away = -away
	}
	return point{(from.x+to.x)/2 - away*dy/chord, (from.y+to.y)/2 + away*dx/chord}, nil
}

// ring inks a whole circle.
func (p *pen) ring(centre point, r float64) {
	p.disc(centre, r+half, true)
	p.disc(centre, r-half, false)
}

// disc adds a full circle as two halves, since one arc cannot end where it began.
func (p *pen) disc(centre point, r float64, sweep bool) {
	left, right := point{centre.x - r, centre.y}, point{centre.x + r, centre.y}
	p.move(left)
	p.arc(r, sweep, right)
	p.arc(r, sweep, left)
	p.close()
}

// box inks a rectangle with round corners.
func (p *pen) box(x, y, w, h, r float64) error {
	if r < half || 2*r > w || 2*r > h {
		return fmt.Errorf("a corner of %g does not fit", r)
	}
	p.corners(x-half, y-half, w+2*half, h+2*half, r+half, true)
	p.corners(x+half, y+half, w-2*half, h-2*half, r-half, false)
	return nil
}

// corners adds one edge of a box, clockwise or the other way round.
func (p *pen) corners(x, y, w, h, r float64, clockwise bool) {
	round := []point{
		{x + r, y},
		{x + w - r, y},
		{x + w, y + r},
		{x + w, y + h - r},
		{x + w - r, y + h},
		{x + r, y + h},
		{x, y + h - r},
		{x, y + r},
	}
	if !clockwise {
		for i, j := 0, len(round)-1; i < j; i, j = i+1, j-1 {
			round[i], round[j] = round[j], round[i]
		}
	}
	p.move(round[0])
	for i := 1; i < len(round); i += 2 {
		p.line(round[i])
		p.arc(r, clockwise, round[(i+1)%len(round)])
	}
	p.close()
}

func (p *pen) move(to point) { fmt.Fprintf(&p.ink, "M%s", pair(to)) }
func (p *pen) line(to point) { fmt.Fprintf(&p.ink, "L%s", pair(to)) }
func (p *pen) close()        { p.ink.WriteString("Z") }

func (p *pen) arc(r float64, sweep bool, to point) { p.wideArc(r, false, sweep, to) }

func (p *pen) wideArc(r float64, large, sweep bool, to point) {
	fmt.Fprintf(&p.ink, "A%s %s 0 %d %d %s", number(r), number(r), flag(large), flag(sweep), pair(to))
}

func pair(p point) string { return number(p.x) + " " + number(p.y) }

// number writes a coordinate to a hundredth, which no screen can show.
func number(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100+0, 'f', -1, 64)
}

func flag(set bool) int {
	if set {
		return 1
	}
	return 0
}
