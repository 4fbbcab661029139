/** What people say of each theme, pleased and displeased. Sentences begin small, so that something may stand before them. */
export const sayings = {
  delivery: {
    positive: [
      "the parcel was here in two days.",
      "delivery was faster than promised.",
      "ordered on Monday, cooking with it on Wednesday.",
      "shipping was quick and I could follow it all the way.",
      "it came right on time for the birthday.",
      "the courier rang, waited and was not slow at all.",
      "no delay, even before Christmas.",
    ],
    negative: [
      "the parcel took almost two weeks.",
      "delivery was much too late for the party.",
      'it said "2 to 4 days" and came after eleven.',
      "I waited and waited, and nobody knew where the parcel was.",
      "the shipping is so slow that I bought a pot elsewhere.",
      "the tracking stood still for a week.",
      "late again, and not a word about the delay.",
    ],
  },
  packaging: {
    positive: [
      "wrapped in paper, no plastic, lovely.",
      "the packaging was so pretty that I gave it away as it was.",
      "everything well padded, not a scratch.",
      "a small box for a small thing, finally.",
      "the gift wrapping was worth it.",
    ],
    negative: [
      "a huge box full of air for one spoon.",
      "the box was crushed and the mug chipped.",
      "far too much plastic wrapping.",
      "the packaging was torn open on one side.",
      'no padding at all; the jar was "fragile", they say.',
    ],
  },
  price: {
    positive: [
      "fair price for what you get.",
      "good value, and the sale made it a bargain.",
      "cheaper than in town.",
      "not cheap, but worth every euro.",
    ],
    negative: [
      "rather expensive for a towel.",
      "the price went up by four euros in a month.",
      "too dear, I have seen the same pan for less.",
      "shipping costs nearly as much as the spoon.",
      "overpriced, to be frank.",
      'what is a "special offer" when it costs the same as before?',
    ],
  },
  quality: {
    positive: [
      "the knife cuts like a dream.",
      "solid, heavy, made to last.",
      "the linen gets softer with every wash.",
      "beautiful work, you can feel the wood.",
      "best pan I ever had.",
      "after a year of use it still looks new.",
    ],
    negative: [
      "the spoon split after a week.",
      "the enamel came off in the dishwasher.",
      "the handle is loose already.",
      "cheaply made, the seam opened at once.",
    ],
  },
  staff: {
    positive: [
      "the lady at the counter took her time to explain the knives.",
      "so friendly on the phone!",
      "your people know what they sell.",
      "support answered within the hour and solved it.",
      "the young man in the store carried the pot to my bike.",
    ],
    negative: [
      "half an hour in the queue to collect one bag.",
      "nobody at the counter for ages when I came to pick up my order.",
      "one person for twenty people waiting, and they were chatting.",
      "the staff could not find my order although it was ready.",
      "I was sent from one desk to the next and waited again.",
      'the man said "it will take as long as it takes".',
      "I stood there waiting and nobody looked up.",
    ],
  },
  "app login": {
    positive: ["logging in with the app is easy now.", "the app remembers me, great.", "signing in works with one tap."],
    negative: [
      "the app logs me out every time.",
      "cannot log in since the update.",
      "the password reset mail never comes.",
      'the app says "unknown user" and I have been a customer for years.',
      "three attempts to sign in, then I gave up.",
      "the login screen freezes.",
    ],
  },
} as const;
