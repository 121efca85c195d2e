"""Headers as real systems write them, with names and addresses made up."""

M365_BEHIND_PROOFPOINT = """\
Received: from AM0PR01MB0001.eurprd01.prod.outlook.com (2603:10a6:208::1) by
 VI1PR01MB0002.eurprd01.prod.outlook.com with HTTPS; Mon, 23 Nov 2026 10:00:09 +0000
Received: from DB5EUR03FT006.eop-EUR03.prod.protection.outlook.com
 (2603:10a6:6::2) by AM0PR01MB0001.outlook.office365.com
 (2603:10a6:208::1) with Microsoft SMTP Server (version=TLS1_2,
 cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.1; Mon, 23 Nov 2026 10:00:08 +0000
Authentication-Results: spf=fail (sender IP is 192.0.2.77)
 smtp.mailfrom=bf05.eu1.hubspotemail.net; dkim=pass (signature was verified)
 header.d=example.no;dmarc=pass action=none
 header.from=example.no;compauth=pass reason=130
Received-SPF: Fail (protection.outlook.com: domain of bf05.eu1.hubspotemail.net
 does not designate 192.0.2.77 as permitted sender)
Received: from mx07-001.pphosted.com (192.0.2.77) by
 DB5EUR03FT006.mail.protection.outlook.com (10.152.20.106) with Microsoft SMTP
 Server (version=TLS1_2) id 15.20.2 via Frontend Transport; Mon, 23 Nov 2026 10:00:07 +0000
Received: from pps.filterd (m0001.ppops.net [127.0.0.1]) by mx07-001.pphosted.com (8.18/8.18)
 with ESMTP id X1 for <kari@firma.example>; Mon, 23 Nov 2026 10:00:05 GMT
X-Proofpoint-Spam-Details: rule=bulk policy=default score=0 bulkscore=100
Received: from bd77e74.bf05.eu1.hubspotemail.net (bd77e74.bf05.eu1.hubspotemail.net [198.51.100.9])
 by mx07-001.pphosted.com (PPS) with ESMTPS id X2
 for <kari@firma.example>; Mon, 23 Nov 2026 09:50:05 +0000 (GMT)
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.no; s=hs1-1;
 h=from:to:subject:list-unsubscribe:list-unsubscribe-post;
 bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=YWJj
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=bf05.eu1.hubspotemail.net; s=hs1;
 h=from:to; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=YWJj
From: Shop <news@example.no>
To: kari@firma.example
Subject: =?utf-8?q?Tilbud_p=C3=A5_ski?=
Date: Mon, 23 Nov 2026 10:50:00 +0100
Message-ID: <1.2@bf05.eu1.hubspotemail.net>
List-Unsubscribe: <mailto:1axc@bf05.eu1.hubspotemail.net>, <https://hs-1.s.hubspotemail-eu1.net/u>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: aepdskj:1:2:HubSpot
X-Microsoft-Antispam: BCL:5;
X-Forefront-Antispam-Report:
 CIP:192.0.2.77;CTRY:;LANG:no;SCL:5;SRV:;IPV:NLI;SFV:SPM;H:mx07-001.pphosted.com;CAT:SPM;SFS:;DIR:INB;
X-Microsoft-Antispam-Mailbox-Delivery:
 ucf:0;jmr:0;auth:0;dest:J;OFR:SpamFilterAuthJ;ENG:(1);RF:JunkEmail;
"""

GMAIL = """\
Delivered-To: kari@gmail.com
Received: by 2002:a05:6a10::1 with SMTP id x1csp; Mon, 23 Nov 2026 02:00:09 -0800 (PST)
X-Received: by 2002:a05::2 with SMTP id q; Mon, 23 Nov 2026 02:00:09 -0800 (PST)
ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=google.com; s=arc; b=YWJj
ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=google.com; s=arc; h=from:to; bh=YWJj; b=YWJj
ARC-Authentication-Results: i=1; mx.google.com; dkim=pass header.i=@example.no
Return-Path: <b@bounce.example.no>
Received: from mta.example.no (mta.example.no. [192.0.2.10])
 by mx.google.com with ESMTPS id 1 for <kari@gmail.com>
 (version=TLS1_3); Mon, 23 Nov 2026 02:00:08 -0800 (PST)
Received-SPF: pass (google.com: domain of b@bounce.example.no designates 192.0.2.10 as permitted sender)
Authentication-Results: mx.google.com; dkim=pass header.i=@example.no header.s=k header.b=abc;
 spf=pass smtp.mailfrom=b@bounce.example.no; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.no
From: Shop <news@example.no>
Subject: x
Date: Mon, 23 Nov 2026 10:50:00 +0100
Message-ID: <1@example.no>
"""

OWN_SERVER = """\
Return-Path: <b@example.com>
Received: from mail.example.no (localhost [127.0.0.1]) by mail.example.no (Postfix) with ESMTP id A
 for <kari@example.no>; Mon, 23 Nov 2026 10:00:02 +0100
{above}Received: from mta.example.com (mta.example.com [192.0.2.1]) by mail.example.no (Postfix)
 with ESMTPS id B for <kari@example.no>; Mon, 23 Nov 2026 10:00:00 +0100
{below}From: a@example.com
Subject: x
"""


def own_server(above: str = "", below: str = "") -> str:
    """A message at a server of one's own, with fields above and below the line where it came in."""
    return OWN_SERVER.format(above=above, below=below)
