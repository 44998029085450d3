"""Reads e-mails with Python's email package and prints what it found as JSON: one object an argument."""
import base64
import email
import email.policy
import email.utils
import json
import sys


def shape(part):
    """The tree of types, such as multipart/mixed(text/plain,text/html)."""
    kind = part.get_content_type()
    if not part.is_multipart():
        return kind
    return kind + "(" + ",".join(shape(p) for p in part.iter_parts()) + ")"


def leaf(part):
    return {
        "type": part.get_content_type(),
        "params": dict(part["Content-Type"].params),
        "disposition": part.get_content_disposition() or "",
        "filename": part.get_filename() or "",
        "encoding": str(part.get("Content-Transfer-Encoding", "")),
        "body": base64.b64encode(part.get_payload(decode=True)).decode(),
    }


def addresses(header):
    if header is None:
        return []
    return [{"name": a.display_name, "email": a.addr_spec} for a in header.addresses]


def read(path):
    with open(path, "rb") as f:
        raw = f.read()
    m = email.message_from_bytes(raw, policy=email.policy.default)
    defects = [str(d) for p in m.walk() for d in p.defects]
    defects += [f"{k}: {d}" for p in m.walk() for k, v in p.items() for d in getattr(v, "defects", ())]
    return {
        "shape": shape(m),
        "defects": defects,
        "headers": [[k, str(v)] for k, v in m.items()],
        "from": addresses(m["From"]),
        "to": addresses(m["To"]),
        "subject": str(m["Subject"]),
        "date": m["Date"].datetime.isoformat(),
        "parts": [leaf(p) for p in m.walk() if not p.is_multipart()],
        "longest": max(len(line) for line in raw.split(b"\r\n")),
        "bare": raw.replace(b"\r\n", b"").count(b"\r") + raw.replace(b"\r\n", b"").count(b"\n"),
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
