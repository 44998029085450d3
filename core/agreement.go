package core

// Agreement is what both sides agreed on, one version of it. A change makes a new version; the old one stays.
type Agreement struct {
	Head
	Relationship    ID     `json:"relationship"`
	Version         int    `json:"version"` // from 1
	Purpose         string `json:"purpose"`
	Frequency       string `json:"frequency,omitempty"`
	Channels        string `json:"channels,omitempty"`
	Confidentiality string `json:"confidentiality,omitempty"`
	Exceptions      string `json:"exceptions,omitempty"` // from confidentiality
	Reporting       string `json:"reporting,omitempty"`
	Boundaries      string `json:"boundaries,omitempty"`
	Review          Date   `json:"review,omitzero"`
	Ends            Date   `json:"ends,omitzero"`
	Signed          []Said `json:"signed,omitempty"`
}

// Kind is KindAgreement.
func (*Agreement) Kind() Kind { return KindAgreement }

// SignedBy tells whether the person signed with their own hand.
func (a *Agreement) SignedBy(person ID) bool {
	for _, s := range a.Signed {
		if s.By == person && s.Own() {
			return true
		}
	}
	return false
}

// Validate checks the fields, that the end does not come before the review, and that nobody signed twice.
func (a *Agreement) Validate() error {
	var p problems
	p.required("relationship", a.Relationship)
	p.between("version", a.Version, 1, 10_000)
	if blank(a.Purpose) {
		p.add(CodeRequired, "purpose")
	}
	p.long("purpose", a.Purpose)
	p.long("frequency", a.Frequency)
	p.long("channels", a.Channels)
	p.long("confidentiality", a.Confidentiality)
	p.long("exceptions", a.Exceptions)
	p.long("reporting", a.Reporting)
	p.long("boundaries", a.Boundaries)
	p.date("review", a.Review)
	p.date("ends", a.Ends)
	p.notBefore("ends", a.Ends, a.Review)
	p.count("signed", len(a.Signed))
	who := make([]ID, len(a.Signed))
	for i, s := range a.Signed {
		who[i] = s.By
		p.note(at("signed", i), s.validate())
	}
	p.unique("signed", who)
	return p.err()
}
