package tone

// Sign is why something in the calendar asks for care, or that it asks for none: what a small mark says where its words have no room.
type Sign int

// The signs, in the order in which they are explained.
const (
	NoSign    Sign = iota
	Clashes        // it has no room beside something else
	Proposes       // somebody asks for another time or place
	Outdated       // somebody was told another time, or not what became of it
	Unsettled      // it asks for care in another way: somebody does not come, or the owner has still to answer
	Agreed         // everybody comes
)

// Mark gives the letter that is drawn; "" for NoSign.
func (s Sign) Mark() string {
	switch s {
	case Clashes:
		return "!"
	case Proposes:
		return "?"
	case Outdated:
		return "↺"
	case Unsettled:
		return "–"
	case Agreed:
		return "✓"
	}
	return ""
}

// Care tells whether it asks for somebody's care.
func (s Sign) Care() bool { return s != NoSign && s != Agreed }
