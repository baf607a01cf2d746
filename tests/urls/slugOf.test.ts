import { describe, expect, it } from 'vitest'

import { slugOf } from '../../src/urls/slugOf.ts'

describe('slugOf', () => {
  it.each([
    ['What is DNA?', 'what-is-dna'],
    ["What's H_2O — really?", 'whats-h_2o-really'],
    ['Wie schön ist Ökologie?', 'wie-schon-ist-okologie'],
    ['Élasticité, où?', 'elasticite-ou'],
    ['Who was Søren?', 'who-was-soren'],
    ['Łukasiewicz', 'lukasiewicz'],
    ['Straße', 'strasse'],
    ['Đạo là gì?', 'dao-la-gi'],
    ['Þingvellir, Æsir', 'thingvellir-aesir'],
    ['Что такое осмос?', 'chto-takoe-osmos'],
    ['Τι είναι η ώσμωση;', 'ti-einai-i-osmosi'],
    ['什么是渗透？', 'shi-me-shi-shen-tou'],
    ['コーヒー', 'kohi'],
    ['삼투란 무엇인가?', 'samturan-mueosinga'],
  ])('the slug of %j is %j', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })

  it.each([
    'ما هو التناضح؟',
    'מהי אוסמוזה?',
    'परासरण क्या है?',
    'ออสโมซิสคืออะไร',
    'რა არის ოსმოსი?',
    'Ի՞նչ է օսմոսը',
    '浸透とは何ですか',
  ])('the slug of %j is readable', (text) => {
    expect(slugOf(text)).toMatch(/^[a-z\d]+(?:[-_][a-z\d]+)*$/)
  })

  it.each(['', '???', ' - ', '😀'])('there is no slug of %j', (text) => {
    expect(slugOf(text)).toBeUndefined()
  })

  it.each(['con', 'AUX?', 'Lpt1'])('the slug of %j is not the name of a device', (text) => {
    expect(slugOf(text)).toBe(`${text.toLowerCase().replace('?', '')}-1`)
  })

  it('a long slug is truncated, and ends with a letter', () => {
    const slug = slugOf('why '.repeat(100)) ?? ''
    expect(slug.length).toBeLessThanOrEqual(200)
    expect(slug).toMatch(/[a-z]$/)
  })
})
