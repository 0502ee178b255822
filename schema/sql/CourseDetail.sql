-- CourseDetail, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Query.course (Course)
-- _r1: Course.lessonCount
-- _r2: Course.school
-- _l0: Course.topics
-- _r3: Course.publishedEdition
-- _l1: CourseEdition.chapters
-- _l2: Chapter.lessons
-- _r4: Lesson.lecturer
-- _l3: CourseEdition.citedEditions
-- _r5: PolicyEdition.document
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select (count(*)::int)::text
                from lesson _r1
                where
                  (
                    _r1.edition_id = (
                      select pub.id
                      from course_edition pub
                      where
                        pub.course_id = _r0.id
                        and pub.status = 'PUBLISHED'
                    )
                    and exists (
                      select 1
                      from
                        course_edition edn
                        join course crs on crs.id = edn.course_id
                      where
                        edn.id = _r1.edition_id
                        and (
                          (
                            (
                              edn.status = 'PUBLISHED'
                              or (
                                edn.status = 'SUPERSEDED'
                                and (
                                  select true
                                  from course_edition pub
                                  where
                                    pub.course_id = crs.id
                                    and pub.status = 'PUBLISHED'
                                )
                              )
                            )
                            and (
                              crs.is_public
                              or exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = crs.audience_id
                                  and t.key = any ($2::text[])
                              )
                            )
                          )
                          or (
                            crs.created_by_id = $3::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $3::uuid
                                and own.ended_at is null
                                and own.valid_from <= $4::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $4::date
                                )
                                and (
                                  own.school_id = crs.school_id
                                  or (
                                    crs.school_id is null
                                    and coalesce(crs.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from school _r2
                where _r2.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      course_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."course_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $5::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '[' || coalesce(
                                    (
                                      select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name", _r4."title", _r4."organisation", _r4."biography")::text, -1)
                                      from lecturer _r4
                                      where _r4.id = _l2."lecturer_id"
                                    ),
                                    'null'
                                  ) || ',' || (
                                    '"' || _l2."id"::text || '",' || _l2."ordinal"::text || ',' || _l2."duration_seconds"::text || ',' || right(json_build_array(_l2."title", _l2."media_url")::text, -1)
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l2.*
                                  from lesson _l2
                                  where
                                    (
                                      _l2."chapter_id" = _l1.id
                                      and exists (
                                        select 1
                                        from
                                          course_edition edn
                                          join course crs on crs.id = edn.course_id
                                        where
                                          edn.id = _l2.edition_id
                                          and (
                                            (
                                              (
                                                edn.status = 'PUBLISHED'
                                                or (
                                                  edn.status = 'SUPERSEDED'
                                                  and (
                                                    select true
                                                    from course_edition pub
                                                    where
                                                      pub.course_id = crs.id
                                                      and pub.status = 'PUBLISHED'
                                                  )
                                                )
                                              )
                                              and (
                                                crs.is_public
                                                or exists (
                                                  select 1
                                                  from audience_target t
                                                  where
                                                    t.audience_id = crs.audience_id
                                                    and t.key = any ($2::text[])
                                                )
                                              )
                                            )
                                            or (
                                              crs.created_by_id = $3::uuid
                                              and exists (
                                                select 1
                                                from staff_assignment own
                                                where
                                                  own.staff_id = $3::uuid
                                                  and own.ended_at is null
                                                  and own.valid_from <= $4::date
                                                  and (
                                                    own.valid_to is null
                                                    or own.valid_to >= $4::date
                                                  )
                                                  and (
                                                    own.school_id = crs.school_id
                                                    or (
                                                      crs.school_id is null
                                                      and coalesce(crs.district_id, own.district_id) = own.district_id
                                                    )
                                                  )
                                              )
                                            )
                                          )
                                      )
                                      and true
                                    )
                                  order by
                                    _l2."ordinal" asc,
                                    _l2."id" asc
                                  limit $6::int
                                ) _l2
                            ),
                            'null'
                          ) || ',' || ('"' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || right(json_build_array(_l1."title")::text, -1)),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from chapter _l1
                          where
                            (
                              _l1."edition_id" = _r3.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit $7::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."document_number", _r5."issuer")::text, -1)
                              from policy_document _r5
                              where
                                (
                                  _r5.id = _l3."document_id"
                                  and (
                                    (
                                      _r5.created_by_id = $3::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $3::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $4::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $4::date
                                          )
                                          and (
                                            own.school_id = _r5.school_id
                                            or (
                                              _r5.school_id is null
                                              and coalesce(_r5.district_id, own.district_id) = own.district_id
                                            )
                                          )
                                      )
                                    )
                                    or (
                                      (
                                        select true
                                        from policy_edition pub
                                        where
                                          pub.document_id = _r5.id
                                          and pub.status = 'PUBLISHED'
                                        limit 1
                                      )
                                      and (
                                        _r5.is_public
                                        or exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = _r5.audience_id
                                            and t.key = any ($2::text[])
                                        )
                                      )
                                    )
                                  )
                                )
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _l3."id"::text || '",' || _l3."number"::text || ',"' || _l3."effective_from"::text || '",' || right(
                              json_build_array(
                                _l3."title",
                                (
                                  case
                                    when _l3.status <> 'PUBLISHED' then null
                                    when _l3.effective_from > $4::date then 'NOT_YET_IN_FORCE'
                                    when _l3.effective_to < $4::date then _l3.ending
                                    else 'IN_FORCE'
                                  end
                                )
                              )::text,
                              -1
                            )
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l3.*
                          from
                            course_citation _link
                            join policy_edition _l3 on _l3.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r3.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l3.document_id
                                  and (
                                    (
                                      _l3.status = 'PUBLISHED'
                                      and (
                                        doc.is_public
                                        or exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = doc.audience_id
                                            and t.key = any ($2::text[])
                                        )
                                      )
                                    )
                                    or (
                                      doc.created_by_id = $3::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $3::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $4::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $4::date
                                          )
                                          and (
                                            own.school_id = doc.school_id
                                            or (
                                              doc.school_id is null
                                              and coalesce(doc.district_id, own.district_id) = own.district_id
                                            )
                                          )
                                      )
                                    )
                                  )
                              )
                              and true
                            )
                          order by
                            _l3."effective_from" desc,
                            _l3."id" desc
                          limit $8::int
                        ) _l3
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r3."id"::text || '",' || _r3."number"::text || ',' || _r3."credit_minutes"::text || ',' || coalesce('"' || _r3."published_at"::text || '"', 'null') || ',' || right(json_build_array(_r3."title", _r3."summary")::text, -1)
                  )
                from course_edition _r3
                where
                  (
                    _r3."course_id" = _r0.id
                    and (
                      (
                        _r3.status = 'PUBLISHED'
                        or (
                          _r3.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _r0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        _r0.created_by_id = $3::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $3::uuid
                            and own.ended_at is null
                            and own.valid_from <= $4::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $4::date
                            )
                            and (
                              own.school_id = _r0.school_id
                              or (
                                _r0.school_id is null
                                and coalesce(_r0.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                    )
                    and _r3.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '",' || coalesce('"' || _r0."published_at"::text || '"', 'null') || ',' || _r0."is_public"::text || ',' || right(
                json_build_array(
                  _r0."title",
                  (
                    select ceil(sum(lsn.duration_seconds) / 60.0)::int
                    from
                      course_edition pub
                      join lesson lsn on lsn.edition_id = pub.id
                    where
                      pub.course_id = _r0.id
                      and pub.status = 'PUBLISHED'
                  ),
                  (
                    exists (
                      select 1
                      from
                        course_edition own
                        join course_citation cit on cit.course_edition_id = own.id
                        join policy_edition cited on cited.id = cit.policy_edition_id
                      where
                        own.course_id = _r0.id
                        and own.status = 'PUBLISHED'
                        and (
                          cited.status = 'WITHDRAWN'
                          or (
                            cited.status = 'PUBLISHED'
                            and cited.effective_to < $4::date
                          )
                        )
                    )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from course _r0
        where
          (
            _r0.id = any ($9::uuid[])
            and (
              (
                _r0.created_by_id = $3::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $3::uuid
                    and own.ended_at is null
                    and own.valid_from <= $4::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $4::date
                    )
                    and (
                      own.school_id = _r0.school_id
                      or (
                        _r0.school_id is null
                        and coalesce(_r0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                (
                  select true
                  from course_edition pub
                  where
                    pub.course_id = _r0.id
                    and pub.status = 'PUBLISHED'
                )
                and (
                  _r0.is_public
                  or exists (
                    select 1
                    from audience_target t
                    where
                      t.audience_id = _r0.audience_id
                      and t.key = any ($2::text[])
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest
-- _r0: Query.course (Course)
-- _r1: Course.lessonCount
-- _r2: Course.school
-- _l0: Course.topics
-- _r3: Course.publishedEdition
-- _l1: CourseEdition.chapters
-- _l2: Chapter.lessons
-- _r4: Lesson.lecturer
-- _l3: CourseEdition.citedEditions
-- _r5: PolicyEdition.document
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select (count(*)::int)::text
                from lesson _r1
                where
                  (
                    _r1.edition_id = (
                      select pub.id
                      from course_edition pub
                      where
                        pub.course_id = _r0.id
                        and pub.status = 'PUBLISHED'
                    )
                    and exists (
                      select 1
                      from
                        course_edition edn
                        join course crs on crs.id = edn.course_id
                      where
                        edn.id = _r1.edition_id
                        and (
                          (
                            edn.status = 'PUBLISHED'
                            or (
                              edn.status = 'SUPERSEDED'
                              and (
                                select true
                                from course_edition pub
                                where
                                  pub.course_id = crs.id
                                  and pub.status = 'PUBLISHED'
                              )
                            )
                          )
                          and crs.is_public
                        )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from school _r2
                where _r2.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      course_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."course_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $2::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '[' || coalesce(
                                    (
                                      select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name", _r4."title", _r4."organisation", _r4."biography")::text, -1)
                                      from lecturer _r4
                                      where _r4.id = _l2."lecturer_id"
                                    ),
                                    'null'
                                  ) || ',' || (
                                    '"' || _l2."id"::text || '",' || _l2."ordinal"::text || ',' || _l2."duration_seconds"::text || ',' || right(json_build_array(_l2."title", _l2."media_url")::text, -1)
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l2.*
                                  from lesson _l2
                                  where
                                    (
                                      _l2."chapter_id" = _l1.id
                                      and exists (
                                        select 1
                                        from
                                          course_edition edn
                                          join course crs on crs.id = edn.course_id
                                        where
                                          edn.id = _l2.edition_id
                                          and (
                                            (
                                              edn.status = 'PUBLISHED'
                                              or (
                                                edn.status = 'SUPERSEDED'
                                                and (
                                                  select true
                                                  from course_edition pub
                                                  where
                                                    pub.course_id = crs.id
                                                    and pub.status = 'PUBLISHED'
                                                )
                                              )
                                            )
                                            and crs.is_public
                                          )
                                      )
                                      and true
                                    )
                                  order by
                                    _l2."ordinal" asc,
                                    _l2."id" asc
                                  limit $3::int
                                ) _l2
                            ),
                            'null'
                          ) || ',' || ('"' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || right(json_build_array(_l1."title")::text, -1)),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from chapter _l1
                          where
                            (
                              _l1."edition_id" = _r3.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit $4::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."document_number", _r5."issuer")::text, -1)
                              from policy_document _r5
                              where
                                (
                                  _r5.id = _l3."document_id"
                                  and (
                                    (
                                      select true
                                      from policy_edition pub
                                      where
                                        pub.document_id = _r5.id
                                        and pub.status = 'PUBLISHED'
                                      limit 1
                                    )
                                    and _r5.is_public
                                  )
                                )
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _l3."id"::text || '",' || _l3."number"::text || ',"' || _l3."effective_from"::text || '",' || right(
                              json_build_array(
                                _l3."title",
                                (
                                  case
                                    when _l3.status <> 'PUBLISHED' then null
                                    when _l3.effective_from > $5::date then 'NOT_YET_IN_FORCE'
                                    when _l3.effective_to < $5::date then _l3.ending
                                    else 'IN_FORCE'
                                  end
                                )
                              )::text,
                              -1
                            )
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l3.*
                          from
                            course_citation _link
                            join policy_edition _l3 on _l3.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r3.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l3.document_id
                                  and (
                                    _l3.status = 'PUBLISHED'
                                    and doc.is_public
                                  )
                              )
                              and true
                            )
                          order by
                            _l3."effective_from" desc,
                            _l3."id" desc
                          limit $6::int
                        ) _l3
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r3."id"::text || '",' || _r3."number"::text || ',' || _r3."credit_minutes"::text || ',' || coalesce('"' || _r3."published_at"::text || '"', 'null') || ',' || right(json_build_array(_r3."title", _r3."summary")::text, -1)
                  )
                from course_edition _r3
                where
                  (
                    _r3."course_id" = _r0.id
                    and (
                      _r3.status = 'PUBLISHED'
                      or (
                        _r3.status = 'SUPERSEDED'
                        and (
                          select true
                          from course_edition pub
                          where
                            pub.course_id = _r0.id
                            and pub.status = 'PUBLISHED'
                        )
                      )
                    )
                    and _r3.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '",' || coalesce('"' || _r0."published_at"::text || '"', 'null') || ',' || _r0."is_public"::text || ',' || right(
                json_build_array(
                  _r0."title",
                  (
                    select ceil(sum(lsn.duration_seconds) / 60.0)::int
                    from
                      course_edition pub
                      join lesson lsn on lsn.edition_id = pub.id
                    where
                      pub.course_id = _r0.id
                      and pub.status = 'PUBLISHED'
                  ),
                  (
                    exists (
                      select 1
                      from
                        course_edition own
                        join course_citation cit on cit.course_edition_id = own.id
                        join policy_edition cited on cited.id = cit.policy_edition_id
                      where
                        own.course_id = _r0.id
                        and own.status = 'PUBLISHED'
                        and (
                          cited.status = 'WITHDRAWN'
                          or (
                            cited.status = 'PUBLISHED'
                            and cited.effective_to < $5::date
                          )
                        )
                    )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from course _r0
        where
          (
            _r0.id = any ($7::uuid[])
            and (
              (
                select true
                from course_edition pub
                where
                  pub.course_id = _r0.id
                  and pub.status = 'PUBLISHED'
              )
              and _r0.is_public
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _r0: Query.course (Course)
-- _r1: Course.lessonCount
-- _r2: Course.school
-- _l0: Course.topics
-- _r3: Course.publishedEdition
-- _l1: CourseEdition.chapters
-- _l2: Chapter.lessons
-- _r4: Lesson.lecturer
-- _l3: CourseEdition.citedEditions
-- _r5: PolicyEdition.document
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select (count(*)::int)::text
                from lesson _r1
                where
                  (
                    _r1.edition_id = (
                      select pub.id
                      from course_edition pub
                      where
                        pub.course_id = _r0.id
                        and pub.status = 'PUBLISHED'
                    )
                    and exists (
                      select 1
                      from
                        course_edition edn
                        join course crs on crs.id = edn.course_id
                      where
                        edn.id = _r1.edition_id
                        and (
                          (
                            (
                              edn.status = 'PUBLISHED'
                              or (
                                edn.status = 'SUPERSEDED'
                                and (
                                  select true
                                  from course_edition pub
                                  where
                                    pub.course_id = crs.id
                                    and pub.status = 'PUBLISHED'
                                )
                              )
                            )
                            and crs.is_public
                          )
                          or (
                            crs.created_by_id = $2::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $2::uuid
                                and own.ended_at is null
                                and own.valid_from <= $3::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $3::date
                                )
                                and (
                                  own.school_id = crs.school_id
                                  or (
                                    crs.school_id is null
                                    and coalesce(crs.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from school _r2
                where _r2.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      course_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."course_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $4::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '[' || coalesce(
                                    (
                                      select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name", _r4."title", _r4."organisation", _r4."biography")::text, -1)
                                      from lecturer _r4
                                      where _r4.id = _l2."lecturer_id"
                                    ),
                                    'null'
                                  ) || ',' || (
                                    '"' || _l2."id"::text || '",' || _l2."ordinal"::text || ',' || _l2."duration_seconds"::text || ',' || right(json_build_array(_l2."title", _l2."media_url")::text, -1)
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l2.*
                                  from lesson _l2
                                  where
                                    (
                                      _l2."chapter_id" = _l1.id
                                      and exists (
                                        select 1
                                        from
                                          course_edition edn
                                          join course crs on crs.id = edn.course_id
                                        where
                                          edn.id = _l2.edition_id
                                          and (
                                            (
                                              (
                                                edn.status = 'PUBLISHED'
                                                or (
                                                  edn.status = 'SUPERSEDED'
                                                  and (
                                                    select true
                                                    from course_edition pub
                                                    where
                                                      pub.course_id = crs.id
                                                      and pub.status = 'PUBLISHED'
                                                  )
                                                )
                                              )
                                              and crs.is_public
                                            )
                                            or (
                                              crs.created_by_id = $2::uuid
                                              and exists (
                                                select 1
                                                from staff_assignment own
                                                where
                                                  own.staff_id = $2::uuid
                                                  and own.ended_at is null
                                                  and own.valid_from <= $3::date
                                                  and (
                                                    own.valid_to is null
                                                    or own.valid_to >= $3::date
                                                  )
                                                  and (
                                                    own.school_id = crs.school_id
                                                    or (
                                                      crs.school_id is null
                                                      and coalesce(crs.district_id, own.district_id) = own.district_id
                                                    )
                                                  )
                                              )
                                            )
                                          )
                                      )
                                      and true
                                    )
                                  order by
                                    _l2."ordinal" asc,
                                    _l2."id" asc
                                  limit $5::int
                                ) _l2
                            ),
                            'null'
                          ) || ',' || ('"' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || right(json_build_array(_l1."title")::text, -1)),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from chapter _l1
                          where
                            (
                              _l1."edition_id" = _r3.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit $6::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."document_number", _r5."issuer")::text, -1)
                              from policy_document _r5
                              where
                                (
                                  _r5.id = _l3."document_id"
                                  and (
                                    (
                                      _r5.created_by_id = $2::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $2::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $3::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $3::date
                                          )
                                          and (
                                            own.school_id = _r5.school_id
                                            or (
                                              _r5.school_id is null
                                              and coalesce(_r5.district_id, own.district_id) = own.district_id
                                            )
                                          )
                                      )
                                    )
                                    or (
                                      (
                                        select true
                                        from policy_edition pub
                                        where
                                          pub.document_id = _r5.id
                                          and pub.status = 'PUBLISHED'
                                        limit 1
                                      )
                                      and _r5.is_public
                                    )
                                  )
                                )
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _l3."id"::text || '",' || _l3."number"::text || ',"' || _l3."effective_from"::text || '",' || right(
                              json_build_array(
                                _l3."title",
                                (
                                  case
                                    when _l3.status <> 'PUBLISHED' then null
                                    when _l3.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                                    when _l3.effective_to < $3::date then _l3.ending
                                    else 'IN_FORCE'
                                  end
                                )
                              )::text,
                              -1
                            )
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l3.*
                          from
                            course_citation _link
                            join policy_edition _l3 on _l3.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r3.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l3.document_id
                                  and (
                                    (
                                      _l3.status = 'PUBLISHED'
                                      and doc.is_public
                                    )
                                    or (
                                      doc.created_by_id = $2::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $2::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $3::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $3::date
                                          )
                                          and (
                                            own.school_id = doc.school_id
                                            or (
                                              doc.school_id is null
                                              and coalesce(doc.district_id, own.district_id) = own.district_id
                                            )
                                          )
                                      )
                                    )
                                  )
                              )
                              and true
                            )
                          order by
                            _l3."effective_from" desc,
                            _l3."id" desc
                          limit $7::int
                        ) _l3
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r3."id"::text || '",' || _r3."number"::text || ',' || _r3."credit_minutes"::text || ',' || coalesce('"' || _r3."published_at"::text || '"', 'null') || ',' || right(json_build_array(_r3."title", _r3."summary")::text, -1)
                  )
                from course_edition _r3
                where
                  (
                    _r3."course_id" = _r0.id
                    and (
                      (
                        _r3.status = 'PUBLISHED'
                        or (
                          _r3.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _r0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        _r0.created_by_id = $2::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $2::uuid
                            and own.ended_at is null
                            and own.valid_from <= $3::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $3::date
                            )
                            and (
                              own.school_id = _r0.school_id
                              or (
                                _r0.school_id is null
                                and coalesce(_r0.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                    )
                    and _r3.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '",' || coalesce('"' || _r0."published_at"::text || '"', 'null') || ',' || _r0."is_public"::text || ',' || right(
                json_build_array(
                  _r0."title",
                  (
                    select ceil(sum(lsn.duration_seconds) / 60.0)::int
                    from
                      course_edition pub
                      join lesson lsn on lsn.edition_id = pub.id
                    where
                      pub.course_id = _r0.id
                      and pub.status = 'PUBLISHED'
                  ),
                  (
                    exists (
                      select 1
                      from
                        course_edition own
                        join course_citation cit on cit.course_edition_id = own.id
                        join policy_edition cited on cited.id = cit.policy_edition_id
                      where
                        own.course_id = _r0.id
                        and own.status = 'PUBLISHED'
                        and (
                          cited.status = 'WITHDRAWN'
                          or (
                            cited.status = 'PUBLISHED'
                            and cited.effective_to < $3::date
                          )
                        )
                    )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from course _r0
        where
          (
            _r0.id = any ($8::uuid[])
            and (
              (
                _r0.created_by_id = $2::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $2::uuid
                    and own.ended_at is null
                    and own.valid_from <= $3::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $3::date
                    )
                    and (
                      own.school_id = _r0.school_id
                      or (
                        _r0.school_id is null
                        and coalesce(_r0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                (
                  select true
                  from course_edition pub
                  where
                    pub.course_id = _r0.id
                    and pub.status = 'PUBLISHED'
                )
                and _r0.is_public
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.course (Course)
-- _r1: Course.lessonCount
-- _r2: Course.school
-- _l0: Course.topics
-- _r3: Course.publishedEdition
-- _l1: CourseEdition.chapters
-- _l2: Chapter.lessons
-- _r4: Lesson.lecturer
-- _l3: CourseEdition.citedEditions
-- _r5: PolicyEdition.document
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select (count(*)::int)::text
                from lesson _r1
                where
                  (
                    _r1.edition_id = (
                      select pub.id
                      from course_edition pub
                      where
                        pub.course_id = _r0.id
                        and pub.status = 'PUBLISHED'
                    )
                    and exists (
                      select 1
                      from
                        course_edition edn
                        join course crs on crs.id = edn.course_id
                      where
                        edn.id = _r1.edition_id
                        and (
                          (
                            (
                              edn.status = 'PUBLISHED'
                              or (
                                edn.status = 'SUPERSEDED'
                                and (
                                  select true
                                  from course_edition pub
                                  where
                                    pub.course_id = crs.id
                                    and pub.status = 'PUBLISHED'
                                )
                              )
                            )
                            and (
                              crs.is_public
                              or exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = crs.audience_id
                                  and t.key = any ($2::text[])
                              )
                              or crs.school_id = any ($3::uuid[])
                              or (
                                crs.school_id is null
                                and (
                                  crs.district_id is null
                                  or crs.district_id = any ($4::uuid[])
                                )
                              )
                            )
                          )
                          or (
                            crs.created_by_id = $5::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $5::uuid
                                and own.ended_at is null
                                and own.valid_from <= $6::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $6::date
                                )
                                and (
                                  own.school_id = crs.school_id
                                  or (
                                    crs.school_id is null
                                    and coalesce(crs.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from school _r2
                where _r2.id = _r0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from
                      course_topic _link
                      join topic _l0 on _l0.id = _link."topic_id"
                    where
                      (
                        _link."course_id" = _r0.id
                        and true
                      )
                    order by
                      _l0."code" asc,
                      _l0."id" asc
                    limit $7::int
                  ) _l0
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '[' || coalesce(
                                    (
                                      select '["' || _r4."id"::text || '",' || right(json_build_array(_r4."name", _r4."title", _r4."organisation", _r4."biography")::text, -1)
                                      from lecturer _r4
                                      where _r4.id = _l2."lecturer_id"
                                    ),
                                    'null'
                                  ) || ',' || (
                                    '"' || _l2."id"::text || '",' || _l2."ordinal"::text || ',' || _l2."duration_seconds"::text || ',' || right(json_build_array(_l2."title", _l2."media_url")::text, -1)
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l2.*
                                  from lesson _l2
                                  where
                                    (
                                      _l2."chapter_id" = _l1.id
                                      and exists (
                                        select 1
                                        from
                                          course_edition edn
                                          join course crs on crs.id = edn.course_id
                                        where
                                          edn.id = _l2.edition_id
                                          and (
                                            (
                                              (
                                                edn.status = 'PUBLISHED'
                                                or (
                                                  edn.status = 'SUPERSEDED'
                                                  and (
                                                    select true
                                                    from course_edition pub
                                                    where
                                                      pub.course_id = crs.id
                                                      and pub.status = 'PUBLISHED'
                                                  )
                                                )
                                              )
                                              and (
                                                crs.is_public
                                                or exists (
                                                  select 1
                                                  from audience_target t
                                                  where
                                                    t.audience_id = crs.audience_id
                                                    and t.key = any ($2::text[])
                                                )
                                                or crs.school_id = any ($3::uuid[])
                                                or (
                                                  crs.school_id is null
                                                  and (
                                                    crs.district_id is null
                                                    or crs.district_id = any ($4::uuid[])
                                                  )
                                                )
                                              )
                                            )
                                            or (
                                              crs.created_by_id = $5::uuid
                                              and exists (
                                                select 1
                                                from staff_assignment own
                                                where
                                                  own.staff_id = $5::uuid
                                                  and own.ended_at is null
                                                  and own.valid_from <= $6::date
                                                  and (
                                                    own.valid_to is null
                                                    or own.valid_to >= $6::date
                                                  )
                                                  and (
                                                    own.school_id = crs.school_id
                                                    or (
                                                      crs.school_id is null
                                                      and coalesce(crs.district_id, own.district_id) = own.district_id
                                                    )
                                                  )
                                              )
                                            )
                                          )
                                      )
                                      and true
                                    )
                                  order by
                                    _l2."ordinal" asc,
                                    _l2."id" asc
                                  limit $8::int
                                ) _l2
                            ),
                            'null'
                          ) || ',' || ('"' || _l1."id"::text || '",' || _l1."ordinal"::text || ',' || right(json_build_array(_l1."title")::text, -1)),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from chapter _l1
                          where
                            (
                              _l1."edition_id" = _r3.id
                              and true
                            )
                          order by
                            _l1."ordinal" asc,
                            _l1."id" asc
                          limit $9::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '[' || coalesce(
                            (
                              select '["' || _r5."id"::text || '",' || right(json_build_array(_r5."document_number", _r5."issuer")::text, -1)
                              from policy_document _r5
                              where
                                (
                                  _r5.id = _l3."document_id"
                                  and (
                                    (
                                      _r5.created_by_id = $5::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $5::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $6::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $6::date
                                          )
                                          and (
                                            own.school_id = _r5.school_id
                                            or (
                                              _r5.school_id is null
                                              and coalesce(_r5.district_id, own.district_id) = own.district_id
                                            )
                                          )
                                      )
                                    )
                                    or (
                                      (
                                        select true
                                        from policy_edition pub
                                        where
                                          pub.document_id = _r5.id
                                          and pub.status = 'PUBLISHED'
                                        limit 1
                                      )
                                      and (
                                        _r5.is_public
                                        or exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = _r5.audience_id
                                            and t.key = any ($2::text[])
                                        )
                                        or _r5.school_id = any ($3::uuid[])
                                        or (
                                          _r5.school_id is null
                                          and (
                                            _r5.district_id is null
                                            or _r5.district_id = any ($4::uuid[])
                                          )
                                        )
                                      )
                                    )
                                  )
                                )
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _l3."id"::text || '",' || _l3."number"::text || ',"' || _l3."effective_from"::text || '",' || right(
                              json_build_array(
                                _l3."title",
                                (
                                  case
                                    when _l3.status <> 'PUBLISHED' then null
                                    when _l3.effective_from > $6::date then 'NOT_YET_IN_FORCE'
                                    when _l3.effective_to < $6::date then _l3.ending
                                    else 'IN_FORCE'
                                  end
                                )
                              )::text,
                              -1
                            )
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l3.*
                          from
                            course_citation _link
                            join policy_edition _l3 on _l3.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r3.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l3.document_id
                                  and (
                                    (
                                      _l3.status = 'PUBLISHED'
                                      and (
                                        doc.is_public
                                        or exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = doc.audience_id
                                            and t.key = any ($2::text[])
                                        )
                                        or doc.school_id = any ($3::uuid[])
                                        or (
                                          doc.school_id is null
                                          and (
                                            doc.district_id is null
                                            or doc.district_id = any ($4::uuid[])
                                          )
                                        )
                                      )
                                    )
                                    or (
                                      doc.created_by_id = $5::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $5::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $6::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $6::date
                                          )
                                          and (
                                            own.school_id = doc.school_id
                                            or (
                                              doc.school_id is null
                                              and coalesce(doc.district_id, own.district_id) = own.district_id
                                            )
                                          )
                                      )
                                    )
                                  )
                              )
                              and true
                            )
                          order by
                            _l3."effective_from" desc,
                            _l3."id" desc
                          limit $10::int
                        ) _l3
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r3."id"::text || '",' || _r3."number"::text || ',' || _r3."credit_minutes"::text || ',' || coalesce('"' || _r3."published_at"::text || '"', 'null') || ',' || right(json_build_array(_r3."title", _r3."summary")::text, -1)
                  )
                from course_edition _r3
                where
                  (
                    _r3."course_id" = _r0.id
                    and (
                      (
                        _r3.status = 'PUBLISHED'
                        or (
                          _r3.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _r0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        _r0.created_by_id = $5::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $5::uuid
                            and own.ended_at is null
                            and own.valid_from <= $6::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $6::date
                            )
                            and (
                              own.school_id = _r0.school_id
                              or (
                                _r0.school_id is null
                                and coalesce(_r0.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                    )
                    and _r3.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || (
              '"' || _r0."id"::text || '",' || coalesce('"' || _r0."published_at"::text || '"', 'null') || ',' || _r0."is_public"::text || ',' || right(
                json_build_array(
                  _r0."title",
                  (
                    select ceil(sum(lsn.duration_seconds) / 60.0)::int
                    from
                      course_edition pub
                      join lesson lsn on lsn.edition_id = pub.id
                    where
                      pub.course_id = _r0.id
                      and pub.status = 'PUBLISHED'
                  ),
                  (
                    exists (
                      select 1
                      from
                        course_edition own
                        join course_citation cit on cit.course_edition_id = own.id
                        join policy_edition cited on cited.id = cit.policy_edition_id
                      where
                        own.course_id = _r0.id
                        and own.status = 'PUBLISHED'
                        and (
                          cited.status = 'WITHDRAWN'
                          or (
                            cited.status = 'PUBLISHED'
                            and cited.effective_to < $6::date
                          )
                        )
                    )
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from course _r0
        where
          (
            _r0.id = any ($11::uuid[])
            and (
              (
                _r0.created_by_id = $5::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $5::uuid
                    and own.ended_at is null
                    and own.valid_from <= $6::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $6::date
                    )
                    and (
                      own.school_id = _r0.school_id
                      or (
                        _r0.school_id is null
                        and coalesce(_r0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                (
                  select true
                  from course_edition pub
                  where
                    pub.course_id = _r0.id
                    and pub.status = 'PUBLISHED'
                )
                and (
                  _r0.is_public
                  or exists (
                    select 1
                    from audience_target t
                    where
                      t.audience_id = _r0.audience_id
                      and t.key = any ($2::text[])
                  )
                  or _r0.school_id = any ($3::uuid[])
                  or (
                    _r0.school_id is null
                    and (
                      _r0.district_id is null
                      or _r0.district_id = any ($4::uuid[])
                    )
                  )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
