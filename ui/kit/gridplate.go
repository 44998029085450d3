package kit

// patch is a rectangle of the grid, in units from its corner.
type patch struct{ x, y, w, h float32 }

func (p patch) meets(o patch) bool {
	return p.x < o.x+o.w && o.x < p.x+p.w && p.y < o.y+o.h && o.y < p.y+p.h
}

// placePlate puts what is said of the block on its way to where it covers no other: above the block or below it, or else at
// the foot of what is in view while the block is in the upper half, and at its head while it is in the lower one. It is as wide as
// it needs: a column is too narrow for that. Where it covers something everywhere, it stands where that is least.
func (b *gridBody) placePlate(r room, kind Kind, ghost patch) {
	lw, lh := b.plate.set(r.p, b.move.text, kind, r.width-r.left)
	left := max(min(ghost.x, r.width-lw), r.left)
	top := b.grid.scroll.Offset.Y
	bottom := top + b.grid.scroll.Size().Height
	edge := r.p.px(platePad) / 2
	ends := []float32{bottom - lh - edge, top + edge}
	if ghost.y+ghost.h/2 > (top+bottom)/2 {
		ends[0], ends[1] = ends[1], ends[0]
	}
	blocks := b.patches(r)
	var best patch
	least := -1
	for _, y := range append([]float32{ghost.y - lh, ghost.y + ghost.h + r.p.px(1)}, ends...) {
		at := patch{left, y, lw, lh}
		if y < top || y+lh > bottom {
			continue
		}
		if n := at.over(blocks, ghost); least < 0 || n < least {
			best, least = at, n
		}
	}
	b.plate.place(r.p, best.x, best.y, lw, lh)
}

// patches gives where the blocks lie.
func (b *gridBody) patches(r room) []patch {
	var out []patch
	for _, s := range b.spots() {
		x, y, w, h := r.box(s.day, s.span, s.lane)
		out = append(out, patch{x, y, w, h})
	}
	return out
}

// over counts the blocks that a patch would lie over. The one on its way counts more than all others.
func (p patch) over(blocks []patch, ghost patch) (n int) {
	for _, block := range blocks {
		if p.meets(block) {
			n++
		}
	}
	if p.meets(ghost) {
		n += len(blocks) + 1
	}
	return n
}
