-- ContentToRevise, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.outdatedCourses
-- _r0: Course.publishedEdition
-- _l1: CourseEdition.citedEditions
-- _l2: Query.outdatedPolicyLectures
-- _l3: PolicyLecture.citedEditions
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
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l1."id"::text || '",' || coalesce('"' || _l1."effective_to"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              _l1."title",
                              (
                                case
                                  when _l1.status <> 'PUBLISHED' then null
                                  when _l1.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                                  when _l1.effective_to < $2::date then _l1.ending
                                  else 'IN_FORCE'
                                end
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from
                            course_citation _link
                            join policy_edition _l1 on _l1.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r0.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l1.document_id
                                  and (
                                    (
                                      _l1.status = 'PUBLISHED'
                                      and (
                                        doc.is_public
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
                                      (
                                        doc.created_by_id = $5::uuid
                                        and exists (
                                          select 1
                                          from staff_assignment own
                                          where
                                            own.staff_id = $5::uuid
                                            and own.ended_at is null
                                            and own.valid_from <= $2::date
                                            and (
                                              own.valid_to is null
                                              or own.valid_to >= $2::date
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
                                      or doc.school_id = any ($6::uuid[])
                                    )
                                  )
                              )
                              and true
                            )
                          order by
                            _l1."effective_from" desc,
                            _l1."id" desc
                          limit $7::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || ('"' || _r0."id"::text || '",' || _r0."number"::text || ']')
                from course_edition _r0
                where
                  (
                    _r0."course_id" = _l0.id
                    and (
                      (
                        _r0.status = 'PUBLISHED'
                        or (
                          _r0.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        (
                          _l0.created_by_id = $5::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $5::uuid
                              and own.ended_at is null
                              and own.valid_from <= $2::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $2::date
                              )
                              and (
                                own.school_id = _l0.school_id
                                or (
                                  _l0.school_id is null
                                  and coalesce(_l0.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                        or _l0.school_id = any ($6::uuid[])
                      )
                    )
                    and _r0.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."title")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from course _l0
            where
              (
                (
                  (
                    (
                      _l0.created_by_id = $5::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $5::uuid
                          and own.ended_at is null
                          and own.valid_from <= $2::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $2::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or _l0.school_id = any ($6::uuid[])
                  )
                  or (
                    (
                      select true
                      from course_edition pub
                      where
                        pub.course_id = _l0.id
                        and pub.status = 'PUBLISHED'
                    )
                    and (
                      _l0.is_public
                      or _l0.school_id = any ($3::uuid[])
                      or (
                        _l0.school_id is null
                        and (
                          _l0.district_id is null
                          or _l0.district_id = any ($4::uuid[])
                        )
                      )
                    )
                  )
                )
                and exists (
                  select 1
                  from
                    course_edition own
                    join course_citation cit on cit.course_edition_id = own.id
                    join policy_edition cited on cited.id = cit.policy_edition_id
                  where
                    own.course_id = _l0.id
                    and own.status = 'PUBLISHED'
                    and (
                      cited.status = 'WITHDRAWN'
                      or (
                        cited.status = 'PUBLISHED'
                        and cited.effective_to < $2::date
                      )
                    )
                )
                and true
              )
            order by
              _l0."listed_at" desc,
              _l0."id" desc
            limit $8::int
          ) _l0
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from course _l0
      where
        (
          (
            (
              (
                _l0.created_by_id = $5::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $5::uuid
                    and own.ended_at is null
                    and own.valid_from <= $2::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $2::date
                    )
                    and (
                      own.school_id = _l0.school_id
                      or (
                        _l0.school_id is null
                        and coalesce(_l0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or _l0.school_id = any ($6::uuid[])
            )
            or (
              (
                select true
                from course_edition pub
                where
                  pub.course_id = _l0.id
                  and pub.status = 'PUBLISHED'
              )
              and (
                _l0.is_public
                or _l0.school_id = any ($3::uuid[])
                or (
                  _l0.school_id is null
                  and (
                    _l0.district_id is null
                    or _l0.district_id = any ($4::uuid[])
                  )
                )
              )
            )
          )
          and exists (
            select 1
            from
              course_edition own
              join course_citation cit on cit.course_edition_id = own.id
              join policy_edition cited on cited.id = cit.policy_edition_id
            where
              own.course_id = _l0.id
              and own.status = 'PUBLISHED'
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $2::date
                )
              )
          )
          and true
        )
    ) || ']' || ',' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l3."id"::text || '",' || coalesce('"' || _l3."effective_to"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l3."title",
                        (
                          case
                            when _l3.status <> 'PUBLISHED' then null
                            when _l3.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                            when _l3.effective_to < $2::date then _l3.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from
                      lecture_citation _link
                      join policy_edition _l3 on _l3.id = _link."edition_id"
                    where
                      (
                        _link."lecture_id" = _l2.id
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
                                (
                                  doc.created_by_id = $5::uuid
                                  and exists (
                                    select 1
                                    from staff_assignment own
                                    where
                                      own.staff_id = $5::uuid
                                      and own.ended_at is null
                                      and own.valid_from <= $2::date
                                      and (
                                        own.valid_to is null
                                        or own.valid_to >= $2::date
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
                                or doc.school_id = any ($6::uuid[])
                              )
                            )
                        )
                        and true
                      )
                    order by
                      _l3."effective_from" desc,
                      _l3."id" desc
                    limit $9::int
                  ) _l3
              ),
              'null'
            ) || ',' || ('"' || _l2."id"::text || '",' || right(json_build_array(_l2."title", _l2."lecturer_name")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l2.*
            from policy_lecture _l2
            where
              (
                (
                  (
                    (
                      _l2.created_by_id = $5::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $5::uuid
                          and own.ended_at is null
                          and own.valid_from <= $2::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $2::date
                          )
                          and (
                            own.school_id = _l2.school_id
                            or (
                              _l2.school_id is null
                              and coalesce(_l2.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or _l2.school_id = any ($6::uuid[])
                  )
                  or (
                    _l2.status = 'PUBLISHED'
                    and (
                      _l2.is_public
                      or _l2.school_id = any ($3::uuid[])
                      or (
                        _l2.school_id is null
                        and (
                          _l2.district_id is null
                          or _l2.district_id = any ($4::uuid[])
                        )
                      )
                    )
                  )
                )
                and exists (
                  select 1
                  from
                    lecture_citation cit
                    join policy_edition cited on cited.id = cit.edition_id
                  where
                    cit.lecture_id = _l2.id
                    and (
                      cited.status = 'WITHDRAWN'
                      or (
                        cited.status = 'PUBLISHED'
                        and cited.effective_to < $2::date
                      )
                    )
                )
                and true
              )
            order by
              _l2."listed_at" desc,
              _l2."id" desc
            limit $10::int
          ) _l2
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from policy_lecture _l2
      where
        (
          (
            (
              (
                _l2.created_by_id = $5::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $5::uuid
                    and own.ended_at is null
                    and own.valid_from <= $2::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $2::date
                    )
                    and (
                      own.school_id = _l2.school_id
                      or (
                        _l2.school_id is null
                        and coalesce(_l2.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or _l2.school_id = any ($6::uuid[])
            )
            or (
              _l2.status = 'PUBLISHED'
              and (
                _l2.is_public
                or _l2.school_id = any ($3::uuid[])
                or (
                  _l2.school_id is null
                  and (
                    _l2.district_id is null
                    or _l2.district_id = any ($4::uuid[])
                  )
                )
              )
            )
          )
          and exists (
            select 1
            from
              lecture_citation cit
              join policy_edition cited on cited.id = cit.edition_id
            where
              cit.lecture_id = _l2.id
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $2::date
                )
              )
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for staff; teacher + staff (as teacher); staff + auditsSchool
-- _l0: Query.outdatedCourses
-- _r0: Course.publishedEdition
-- _l1: CourseEdition.citedEditions
-- _l2: Query.outdatedPolicyLectures
-- _l3: PolicyLecture.citedEditions
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
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l1."id"::text || '",' || coalesce('"' || _l1."effective_to"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              _l1."title",
                              (
                                case
                                  when _l1.status <> 'PUBLISHED' then null
                                  when _l1.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                                  when _l1.effective_to < $2::date then _l1.ending
                                  else 'IN_FORCE'
                                end
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from
                            course_citation _link
                            join policy_edition _l1 on _l1.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r0.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l1.document_id
                                  and (
                                    (
                                      _l1.status = 'PUBLISHED'
                                      and (
                                        doc.is_public
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
                                          and own.valid_from <= $2::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $2::date
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
                            _l1."effective_from" desc,
                            _l1."id" desc
                          limit $6::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || ('"' || _r0."id"::text || '",' || _r0."number"::text || ']')
                from course_edition _r0
                where
                  (
                    _r0."course_id" = _l0.id
                    and (
                      (
                        _r0.status = 'PUBLISHED'
                        or (
                          _r0.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        _l0.created_by_id = $5::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $5::uuid
                            and own.ended_at is null
                            and own.valid_from <= $2::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $2::date
                            )
                            and (
                              own.school_id = _l0.school_id
                              or (
                                _l0.school_id is null
                                and coalesce(_l0.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                    )
                    and _r0.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."title")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from course _l0
            where
              (
                (
                  (
                    _l0.created_by_id = $5::uuid
                    and exists (
                      select 1
                      from staff_assignment own
                      where
                        own.staff_id = $5::uuid
                        and own.ended_at is null
                        and own.valid_from <= $2::date
                        and (
                          own.valid_to is null
                          or own.valid_to >= $2::date
                        )
                        and (
                          own.school_id = _l0.school_id
                          or (
                            _l0.school_id is null
                            and coalesce(_l0.district_id, own.district_id) = own.district_id
                          )
                        )
                    )
                  )
                  or (
                    (
                      select true
                      from course_edition pub
                      where
                        pub.course_id = _l0.id
                        and pub.status = 'PUBLISHED'
                    )
                    and (
                      _l0.is_public
                      or _l0.school_id = any ($3::uuid[])
                      or (
                        _l0.school_id is null
                        and (
                          _l0.district_id is null
                          or _l0.district_id = any ($4::uuid[])
                        )
                      )
                    )
                  )
                )
                and exists (
                  select 1
                  from
                    course_edition own
                    join course_citation cit on cit.course_edition_id = own.id
                    join policy_edition cited on cited.id = cit.policy_edition_id
                  where
                    own.course_id = _l0.id
                    and own.status = 'PUBLISHED'
                    and (
                      cited.status = 'WITHDRAWN'
                      or (
                        cited.status = 'PUBLISHED'
                        and cited.effective_to < $2::date
                      )
                    )
                )
                and true
              )
            order by
              _l0."listed_at" desc,
              _l0."id" desc
            limit $7::int
          ) _l0
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from course _l0
      where
        (
          (
            (
              _l0.created_by_id = $5::uuid
              and exists (
                select 1
                from staff_assignment own
                where
                  own.staff_id = $5::uuid
                  and own.ended_at is null
                  and own.valid_from <= $2::date
                  and (
                    own.valid_to is null
                    or own.valid_to >= $2::date
                  )
                  and (
                    own.school_id = _l0.school_id
                    or (
                      _l0.school_id is null
                      and coalesce(_l0.district_id, own.district_id) = own.district_id
                    )
                  )
              )
            )
            or (
              (
                select true
                from course_edition pub
                where
                  pub.course_id = _l0.id
                  and pub.status = 'PUBLISHED'
              )
              and (
                _l0.is_public
                or _l0.school_id = any ($3::uuid[])
                or (
                  _l0.school_id is null
                  and (
                    _l0.district_id is null
                    or _l0.district_id = any ($4::uuid[])
                  )
                )
              )
            )
          )
          and exists (
            select 1
            from
              course_edition own
              join course_citation cit on cit.course_edition_id = own.id
              join policy_edition cited on cited.id = cit.policy_edition_id
            where
              own.course_id = _l0.id
              and own.status = 'PUBLISHED'
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $2::date
                )
              )
          )
          and true
        )
    ) || ']' || ',' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l3."id"::text || '",' || coalesce('"' || _l3."effective_to"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l3."title",
                        (
                          case
                            when _l3.status <> 'PUBLISHED' then null
                            when _l3.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                            when _l3.effective_to < $2::date then _l3.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from
                      lecture_citation _link
                      join policy_edition _l3 on _l3.id = _link."edition_id"
                    where
                      (
                        _link."lecture_id" = _l2.id
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
                                    and own.valid_from <= $2::date
                                    and (
                                      own.valid_to is null
                                      or own.valid_to >= $2::date
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
            ) || ',' || ('"' || _l2."id"::text || '",' || right(json_build_array(_l2."title", _l2."lecturer_name")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l2.*
            from policy_lecture _l2
            where
              (
                (
                  (
                    _l2.created_by_id = $5::uuid
                    and exists (
                      select 1
                      from staff_assignment own
                      where
                        own.staff_id = $5::uuid
                        and own.ended_at is null
                        and own.valid_from <= $2::date
                        and (
                          own.valid_to is null
                          or own.valid_to >= $2::date
                        )
                        and (
                          own.school_id = _l2.school_id
                          or (
                            _l2.school_id is null
                            and coalesce(_l2.district_id, own.district_id) = own.district_id
                          )
                        )
                    )
                  )
                  or (
                    _l2.status = 'PUBLISHED'
                    and (
                      _l2.is_public
                      or _l2.school_id = any ($3::uuid[])
                      or (
                        _l2.school_id is null
                        and (
                          _l2.district_id is null
                          or _l2.district_id = any ($4::uuid[])
                        )
                      )
                    )
                  )
                )
                and exists (
                  select 1
                  from
                    lecture_citation cit
                    join policy_edition cited on cited.id = cit.edition_id
                  where
                    cit.lecture_id = _l2.id
                    and (
                      cited.status = 'WITHDRAWN'
                      or (
                        cited.status = 'PUBLISHED'
                        and cited.effective_to < $2::date
                      )
                    )
                )
                and true
              )
            order by
              _l2."listed_at" desc,
              _l2."id" desc
            limit $9::int
          ) _l2
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from policy_lecture _l2
      where
        (
          (
            (
              _l2.created_by_id = $5::uuid
              and exists (
                select 1
                from staff_assignment own
                where
                  own.staff_id = $5::uuid
                  and own.ended_at is null
                  and own.valid_from <= $2::date
                  and (
                    own.valid_to is null
                    or own.valid_to >= $2::date
                  )
                  and (
                    own.school_id = _l2.school_id
                    or (
                      _l2.school_id is null
                      and coalesce(_l2.district_id, own.district_id) = own.district_id
                    )
                  )
              )
            )
            or (
              _l2.status = 'PUBLISHED'
              and (
                _l2.is_public
                or _l2.school_id = any ($3::uuid[])
                or (
                  _l2.school_id is null
                  and (
                    _l2.district_id is null
                    or _l2.district_id = any ($4::uuid[])
                  )
                )
              )
            )
          )
          and exists (
            select 1
            from
              lecture_citation cit
              join policy_edition cited on cited.id = cit.edition_id
            where
              cit.lecture_id = _l2.id
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $2::date
                )
              )
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Query.outdatedCourses
-- _r0: Course.publishedEdition
-- _l1: CourseEdition.citedEditions
-- _l2: Query.outdatedPolicyLectures
-- _l3: PolicyLecture.citedEditions
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
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l1."id"::text || '",' || coalesce('"' || _l1."effective_to"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              _l1."title",
                              (
                                case
                                  when _l1.status <> 'PUBLISHED' then null
                                  when _l1.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                                  when _l1.effective_to < $2::date then _l1.ending
                                  else 'IN_FORCE'
                                end
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from
                            course_citation _link
                            join policy_edition _l1 on _l1.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r0.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l1.document_id
                                  and (
                                    (
                                      _l1.status = 'PUBLISHED'
                                      and doc.is_public
                                    )
                                    or (
                                      (
                                        doc.created_by_id = $3::uuid
                                        and exists (
                                          select 1
                                          from staff_assignment own
                                          where
                                            own.staff_id = $3::uuid
                                            and own.ended_at is null
                                            and own.valid_from <= $2::date
                                            and (
                                              own.valid_to is null
                                              or own.valid_to >= $2::date
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
                                      or (
                                        doc.district_id is null
                                        or doc.district_id = any ($4::uuid[])
                                      )
                                    )
                                  )
                              )
                              and true
                            )
                          order by
                            _l1."effective_from" desc,
                            _l1."id" desc
                          limit $5::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || ('"' || _r0."id"::text || '",' || _r0."number"::text || ']')
                from course_edition _r0
                where
                  (
                    _r0."course_id" = _l0.id
                    and (
                      (
                        _r0.status = 'PUBLISHED'
                        or (
                          _r0.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        (
                          _l0.created_by_id = $3::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $3::uuid
                              and own.ended_at is null
                              and own.valid_from <= $2::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $2::date
                              )
                              and (
                                own.school_id = _l0.school_id
                                or (
                                  _l0.school_id is null
                                  and coalesce(_l0.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                        or (
                          _l0.district_id is null
                          or _l0.district_id = any ($4::uuid[])
                        )
                      )
                    )
                    and _r0.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."title")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from course _l0
            where
              (
                (
                  (
                    (
                      _l0.created_by_id = $3::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $3::uuid
                          and own.ended_at is null
                          and own.valid_from <= $2::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $2::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      _l0.district_id is null
                      or _l0.district_id = any ($4::uuid[])
                    )
                  )
                  or (
                    (
                      select true
                      from course_edition pub
                      where
                        pub.course_id = _l0.id
                        and pub.status = 'PUBLISHED'
                    )
                    and _l0.is_public
                  )
                )
                and exists (
                  select 1
                  from
                    course_edition own
                    join course_citation cit on cit.course_edition_id = own.id
                    join policy_edition cited on cited.id = cit.policy_edition_id
                  where
                    own.course_id = _l0.id
                    and own.status = 'PUBLISHED'
                    and (
                      cited.status = 'WITHDRAWN'
                      or (
                        cited.status = 'PUBLISHED'
                        and cited.effective_to < $2::date
                      )
                    )
                )
                and true
              )
            order by
              _l0."listed_at" desc,
              _l0."id" desc
            limit $6::int
          ) _l0
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from course _l0
      where
        (
          (
            (
              (
                _l0.created_by_id = $3::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $3::uuid
                    and own.ended_at is null
                    and own.valid_from <= $2::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $2::date
                    )
                    and (
                      own.school_id = _l0.school_id
                      or (
                        _l0.school_id is null
                        and coalesce(_l0.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                _l0.district_id is null
                or _l0.district_id = any ($4::uuid[])
              )
            )
            or (
              (
                select true
                from course_edition pub
                where
                  pub.course_id = _l0.id
                  and pub.status = 'PUBLISHED'
              )
              and _l0.is_public
            )
          )
          and exists (
            select 1
            from
              course_edition own
              join course_citation cit on cit.course_edition_id = own.id
              join policy_edition cited on cited.id = cit.policy_edition_id
            where
              own.course_id = _l0.id
              and own.status = 'PUBLISHED'
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $2::date
                )
              )
          )
          and true
        )
    ) || ']' || ',' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l3."id"::text || '",' || coalesce('"' || _l3."effective_to"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l3."title",
                        (
                          case
                            when _l3.status <> 'PUBLISHED' then null
                            when _l3.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                            when _l3.effective_to < $2::date then _l3.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from
                      lecture_citation _link
                      join policy_edition _l3 on _l3.id = _link."edition_id"
                    where
                      (
                        _link."lecture_id" = _l2.id
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
                                (
                                  doc.created_by_id = $3::uuid
                                  and exists (
                                    select 1
                                    from staff_assignment own
                                    where
                                      own.staff_id = $3::uuid
                                      and own.ended_at is null
                                      and own.valid_from <= $2::date
                                      and (
                                        own.valid_to is null
                                        or own.valid_to >= $2::date
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
                                or (
                                  doc.district_id is null
                                  or doc.district_id = any ($4::uuid[])
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
            ) || ',' || ('"' || _l2."id"::text || '",' || right(json_build_array(_l2."title", _l2."lecturer_name")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l2.*
            from policy_lecture _l2
            where
              (
                (
                  (
                    (
                      _l2.created_by_id = $3::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $3::uuid
                          and own.ended_at is null
                          and own.valid_from <= $2::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $2::date
                          )
                          and (
                            own.school_id = _l2.school_id
                            or (
                              _l2.school_id is null
                              and coalesce(_l2.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      _l2.district_id is null
                      or _l2.district_id = any ($4::uuid[])
                    )
                  )
                  or (
                    _l2.status = 'PUBLISHED'
                    and _l2.is_public
                  )
                )
                and exists (
                  select 1
                  from
                    lecture_citation cit
                    join policy_edition cited on cited.id = cit.edition_id
                  where
                    cit.lecture_id = _l2.id
                    and (
                      cited.status = 'WITHDRAWN'
                      or (
                        cited.status = 'PUBLISHED'
                        and cited.effective_to < $2::date
                      )
                    )
                )
                and true
              )
            order by
              _l2."listed_at" desc,
              _l2."id" desc
            limit $8::int
          ) _l2
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from policy_lecture _l2
      where
        (
          (
            (
              (
                _l2.created_by_id = $3::uuid
                and exists (
                  select 1
                  from staff_assignment own
                  where
                    own.staff_id = $3::uuid
                    and own.ended_at is null
                    and own.valid_from <= $2::date
                    and (
                      own.valid_to is null
                      or own.valid_to >= $2::date
                    )
                    and (
                      own.school_id = _l2.school_id
                      or (
                        _l2.school_id is null
                        and coalesce(_l2.district_id, own.district_id) = own.district_id
                      )
                    )
                )
              )
              or (
                _l2.district_id is null
                or _l2.district_id = any ($4::uuid[])
              )
            )
            or (
              _l2.status = 'PUBLISHED'
              and _l2.is_public
            )
          )
          and exists (
            select 1
            from
              lecture_citation cit
              join policy_edition cited on cited.id = cit.edition_id
            where
              cit.lecture_id = _l2.id
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $2::date
                )
              )
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _l0: Query.outdatedCourses
-- _r0: Course.publishedEdition
-- _l1: CourseEdition.citedEditions
-- _l2: Query.outdatedPolicyLectures
-- _l3: PolicyLecture.citedEditions
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
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l1."id"::text || '",' || coalesce('"' || _l1."effective_to"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              _l1."title",
                              (
                                case
                                  when _l1.status <> 'PUBLISHED' then null
                                  when _l1.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                                  when _l1.effective_to < $2::date then _l1.ending
                                  else 'IN_FORCE'
                                end
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from
                            course_citation _link
                            join policy_edition _l1 on _l1.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r0.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l1.document_id
                                  and (
                                    (
                                      _l1.status = 'PUBLISHED'
                                      and doc.is_public
                                    )
                                    or (
                                      doc.created_by_id = $3::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $3::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $2::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $2::date
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
                            _l1."effective_from" desc,
                            _l1."id" desc
                          limit $4::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || ('"' || _r0."id"::text || '",' || _r0."number"::text || ']')
                from course_edition _r0
                where
                  (
                    _r0."course_id" = _l0.id
                    and (
                      (
                        _r0.status = 'PUBLISHED'
                        or (
                          _r0.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        _l0.created_by_id = $3::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $3::uuid
                            and own.ended_at is null
                            and own.valid_from <= $2::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $2::date
                            )
                            and (
                              own.school_id = _l0.school_id
                              or (
                                _l0.school_id is null
                                and coalesce(_l0.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                    )
                    and _r0.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."title")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from course _l0
            where
              (
                (
                  (
                    _l0.created_by_id = $3::uuid
                    and exists (
                      select 1
                      from staff_assignment own
                      where
                        own.staff_id = $3::uuid
                        and own.ended_at is null
                        and own.valid_from <= $2::date
                        and (
                          own.valid_to is null
                          or own.valid_to >= $2::date
                        )
                        and (
                          own.school_id = _l0.school_id
                          or (
                            _l0.school_id is null
                            and coalesce(_l0.district_id, own.district_id) = own.district_id
                          )
                        )
                    )
                  )
                  or (
                    (
                      select true
                      from course_edition pub
                      where
                        pub.course_id = _l0.id
                        and pub.status = 'PUBLISHED'
                    )
                    and _l0.is_public
                  )
                )
                and exists (
                  select 1
                  from
                    course_edition own
                    join course_citation cit on cit.course_edition_id = own.id
                    join policy_edition cited on cited.id = cit.policy_edition_id
                  where
                    own.course_id = _l0.id
                    and own.status = 'PUBLISHED'
                    and (
                      cited.status = 'WITHDRAWN'
                      or (
                        cited.status = 'PUBLISHED'
                        and cited.effective_to < $2::date
                      )
                    )
                )
                and true
              )
            order by
              _l0."listed_at" desc,
              _l0."id" desc
            limit $5::int
          ) _l0
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from course _l0
      where
        (
          (
            (
              _l0.created_by_id = $3::uuid
              and exists (
                select 1
                from staff_assignment own
                where
                  own.staff_id = $3::uuid
                  and own.ended_at is null
                  and own.valid_from <= $2::date
                  and (
                    own.valid_to is null
                    or own.valid_to >= $2::date
                  )
                  and (
                    own.school_id = _l0.school_id
                    or (
                      _l0.school_id is null
                      and coalesce(_l0.district_id, own.district_id) = own.district_id
                    )
                  )
              )
            )
            or (
              (
                select true
                from course_edition pub
                where
                  pub.course_id = _l0.id
                  and pub.status = 'PUBLISHED'
              )
              and _l0.is_public
            )
          )
          and exists (
            select 1
            from
              course_edition own
              join course_citation cit on cit.course_edition_id = own.id
              join policy_edition cited on cited.id = cit.policy_edition_id
            where
              own.course_id = _l0.id
              and own.status = 'PUBLISHED'
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $2::date
                )
              )
          )
          and true
        )
    ) || ']' || ',' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l3."id"::text || '",' || coalesce('"' || _l3."effective_to"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l3."title",
                        (
                          case
                            when _l3.status <> 'PUBLISHED' then null
                            when _l3.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                            when _l3.effective_to < $2::date then _l3.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from
                      lecture_citation _link
                      join policy_edition _l3 on _l3.id = _link."edition_id"
                    where
                      (
                        _link."lecture_id" = _l2.id
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
                                doc.created_by_id = $3::uuid
                                and exists (
                                  select 1
                                  from staff_assignment own
                                  where
                                    own.staff_id = $3::uuid
                                    and own.ended_at is null
                                    and own.valid_from <= $2::date
                                    and (
                                      own.valid_to is null
                                      or own.valid_to >= $2::date
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
                    limit $6::int
                  ) _l3
              ),
              'null'
            ) || ',' || ('"' || _l2."id"::text || '",' || right(json_build_array(_l2."title", _l2."lecturer_name")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l2.*
            from policy_lecture _l2
            where
              (
                (
                  (
                    _l2.created_by_id = $3::uuid
                    and exists (
                      select 1
                      from staff_assignment own
                      where
                        own.staff_id = $3::uuid
                        and own.ended_at is null
                        and own.valid_from <= $2::date
                        and (
                          own.valid_to is null
                          or own.valid_to >= $2::date
                        )
                        and (
                          own.school_id = _l2.school_id
                          or (
                            _l2.school_id is null
                            and coalesce(_l2.district_id, own.district_id) = own.district_id
                          )
                        )
                    )
                  )
                  or (
                    _l2.status = 'PUBLISHED'
                    and _l2.is_public
                  )
                )
                and exists (
                  select 1
                  from
                    lecture_citation cit
                    join policy_edition cited on cited.id = cit.edition_id
                  where
                    cit.lecture_id = _l2.id
                    and (
                      cited.status = 'WITHDRAWN'
                      or (
                        cited.status = 'PUBLISHED'
                        and cited.effective_to < $2::date
                      )
                    )
                )
                and true
              )
            order by
              _l2."listed_at" desc,
              _l2."id" desc
            limit $7::int
          ) _l2
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from policy_lecture _l2
      where
        (
          (
            (
              _l2.created_by_id = $3::uuid
              and exists (
                select 1
                from staff_assignment own
                where
                  own.staff_id = $3::uuid
                  and own.ended_at is null
                  and own.valid_from <= $2::date
                  and (
                    own.valid_to is null
                    or own.valid_to >= $2::date
                  )
                  and (
                    own.school_id = _l2.school_id
                    or (
                      _l2.school_id is null
                      and coalesce(_l2.district_id, own.district_id) = own.district_id
                    )
                  )
              )
            )
            or (
              _l2.status = 'PUBLISHED'
              and _l2.is_public
            )
          )
          and exists (
            select 1
            from
              lecture_citation cit
              join policy_edition cited on cited.id = cit.edition_id
            where
              cit.lecture_id = _l2.id
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $2::date
                )
              )
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.outdatedCourses
-- _r0: Course.publishedEdition
-- _l1: CourseEdition.citedEditions
-- _l2: Query.outdatedPolicyLectures
-- _l3: PolicyLecture.citedEditions
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
                select
                  '[' || coalesce(
                    (
                      select
                        '[' || string_agg(
                          '["' || _l1."id"::text || '",' || coalesce('"' || _l1."effective_to"::text || '"', 'null') || ',' || right(
                            json_build_array(
                              _l1."title",
                              (
                                case
                                  when _l1.status <> 'PUBLISHED' then null
                                  when _l1.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                                  when _l1.effective_to < $2::date then _l1.ending
                                  else 'IN_FORCE'
                                end
                              )
                            )::text,
                            -1
                          ),
                          ','
                        ) || ']'
                      from
                        (
                          select _l1.*
                          from
                            course_citation _link
                            join policy_edition _l1 on _l1.id = _link."policy_edition_id"
                          where
                            (
                              _link."course_edition_id" = _r0.id
                              and exists (
                                select 1
                                from policy_document doc
                                where
                                  doc.id = _l1.document_id
                                  and (
                                    (
                                      _l1.status = 'PUBLISHED'
                                      and (
                                        doc.is_public
                                        or exists (
                                          select 1
                                          from audience_target t
                                          where
                                            t.audience_id = doc.audience_id
                                            and t.key = any ($3::text[])
                                        )
                                        or doc.school_id = any ($4::uuid[])
                                        or (
                                          doc.school_id is null
                                          and (
                                            doc.district_id is null
                                            or doc.district_id = any ($5::uuid[])
                                          )
                                        )
                                      )
                                    )
                                    or (
                                      doc.created_by_id = $6::uuid
                                      and exists (
                                        select 1
                                        from staff_assignment own
                                        where
                                          own.staff_id = $6::uuid
                                          and own.ended_at is null
                                          and own.valid_from <= $2::date
                                          and (
                                            own.valid_to is null
                                            or own.valid_to >= $2::date
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
                            _l1."effective_from" desc,
                            _l1."id" desc
                          limit $7::int
                        ) _l1
                    ),
                    'null'
                  ) || ',' || ('"' || _r0."id"::text || '",' || _r0."number"::text || ']')
                from course_edition _r0
                where
                  (
                    _r0."course_id" = _l0.id
                    and (
                      (
                        _r0.status = 'PUBLISHED'
                        or (
                          _r0.status = 'SUPERSEDED'
                          and (
                            select true
                            from course_edition pub
                            where
                              pub.course_id = _l0.id
                              and pub.status = 'PUBLISHED'
                          )
                        )
                      )
                      or (
                        _l0.created_by_id = $6::uuid
                        and exists (
                          select 1
                          from staff_assignment own
                          where
                            own.staff_id = $6::uuid
                            and own.ended_at is null
                            and own.valid_from <= $2::date
                            and (
                              own.valid_to is null
                              or own.valid_to >= $2::date
                            )
                            and (
                              own.school_id = _l0.school_id
                              or (
                                _l0.school_id is null
                                and coalesce(_l0.district_id, own.district_id) = own.district_id
                              )
                            )
                        )
                      )
                    )
                    and _r0.status = 'PUBLISHED'
                  )
                limit 1
              ),
              'null'
            ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."title")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l0.*
            from course _l0
            where
              (
                (
                  (
                    _l0.created_by_id = $6::uuid
                    and exists (
                      select 1
                      from staff_assignment own
                      where
                        own.staff_id = $6::uuid
                        and own.ended_at is null
                        and own.valid_from <= $2::date
                        and (
                          own.valid_to is null
                          or own.valid_to >= $2::date
                        )
                        and (
                          own.school_id = _l0.school_id
                          or (
                            _l0.school_id is null
                            and coalesce(_l0.district_id, own.district_id) = own.district_id
                          )
                        )
                    )
                  )
                  or (
                    (
                      select true
                      from course_edition pub
                      where
                        pub.course_id = _l0.id
                        and pub.status = 'PUBLISHED'
                    )
                    and (
                      _l0.is_public
                      or exists (
                        select 1
                        from audience_target t
                        where
                          t.audience_id = _l0.audience_id
                          and t.key = any ($3::text[])
                      )
                      or _l0.school_id = any ($4::uuid[])
                      or (
                        _l0.school_id is null
                        and (
                          _l0.district_id is null
                          or _l0.district_id = any ($5::uuid[])
                        )
                      )
                    )
                  )
                )
                and exists (
                  select 1
                  from
                    course_edition own
                    join course_citation cit on cit.course_edition_id = own.id
                    join policy_edition cited on cited.id = cit.policy_edition_id
                  where
                    own.course_id = _l0.id
                    and own.status = 'PUBLISHED'
                    and (
                      cited.status = 'WITHDRAWN'
                      or (
                        cited.status = 'PUBLISHED'
                        and cited.effective_to < $2::date
                      )
                    )
                )
                and true
              )
            order by
              _l0."listed_at" desc,
              _l0."id" desc
            limit $8::int
          ) _l0
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from course _l0
      where
        (
          (
            (
              _l0.created_by_id = $6::uuid
              and exists (
                select 1
                from staff_assignment own
                where
                  own.staff_id = $6::uuid
                  and own.ended_at is null
                  and own.valid_from <= $2::date
                  and (
                    own.valid_to is null
                    or own.valid_to >= $2::date
                  )
                  and (
                    own.school_id = _l0.school_id
                    or (
                      _l0.school_id is null
                      and coalesce(_l0.district_id, own.district_id) = own.district_id
                    )
                  )
              )
            )
            or (
              (
                select true
                from course_edition pub
                where
                  pub.course_id = _l0.id
                  and pub.status = 'PUBLISHED'
              )
              and (
                _l0.is_public
                or exists (
                  select 1
                  from audience_target t
                  where
                    t.audience_id = _l0.audience_id
                    and t.key = any ($3::text[])
                )
                or _l0.school_id = any ($4::uuid[])
                or (
                  _l0.school_id is null
                  and (
                    _l0.district_id is null
                    or _l0.district_id = any ($5::uuid[])
                  )
                )
              )
            )
          )
          and exists (
            select 1
            from
              course_edition own
              join course_citation cit on cit.course_edition_id = own.id
              join policy_edition cited on cited.id = cit.policy_edition_id
            where
              own.course_id = _l0.id
              and own.status = 'PUBLISHED'
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $2::date
                )
              )
          )
          and true
        )
    ) || ']' || ',' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l3."id"::text || '",' || coalesce('"' || _l3."effective_to"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l3."title",
                        (
                          case
                            when _l3.status <> 'PUBLISHED' then null
                            when _l3.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                            when _l3.effective_to < $2::date then _l3.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l3.*
                    from
                      lecture_citation _link
                      join policy_edition _l3 on _l3.id = _link."edition_id"
                    where
                      (
                        _link."lecture_id" = _l2.id
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
                                      and t.key = any ($3::text[])
                                  )
                                  or doc.school_id = any ($4::uuid[])
                                  or (
                                    doc.school_id is null
                                    and (
                                      doc.district_id is null
                                      or doc.district_id = any ($5::uuid[])
                                    )
                                  )
                                )
                              )
                              or (
                                doc.created_by_id = $6::uuid
                                and exists (
                                  select 1
                                  from staff_assignment own
                                  where
                                    own.staff_id = $6::uuid
                                    and own.ended_at is null
                                    and own.valid_from <= $2::date
                                    and (
                                      own.valid_to is null
                                      or own.valid_to >= $2::date
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
                    limit $9::int
                  ) _l3
              ),
              'null'
            ) || ',' || ('"' || _l2."id"::text || '",' || right(json_build_array(_l2."title", _l2."lecturer_name")::text, -1)),
            ','
          ) || ']'
        from
          (
            select _l2.*
            from policy_lecture _l2
            where
              (
                (
                  (
                    _l2.created_by_id = $6::uuid
                    and exists (
                      select 1
                      from staff_assignment own
                      where
                        own.staff_id = $6::uuid
                        and own.ended_at is null
                        and own.valid_from <= $2::date
                        and (
                          own.valid_to is null
                          or own.valid_to >= $2::date
                        )
                        and (
                          own.school_id = _l2.school_id
                          or (
                            _l2.school_id is null
                            and coalesce(_l2.district_id, own.district_id) = own.district_id
                          )
                        )
                    )
                  )
                  or (
                    _l2.status = 'PUBLISHED'
                    and (
                      _l2.is_public
                      or exists (
                        select 1
                        from audience_target t
                        where
                          t.audience_id = _l2.audience_id
                          and t.key = any ($3::text[])
                      )
                      or _l2.school_id = any ($4::uuid[])
                      or (
                        _l2.school_id is null
                        and (
                          _l2.district_id is null
                          or _l2.district_id = any ($5::uuid[])
                        )
                      )
                    )
                  )
                )
                and exists (
                  select 1
                  from
                    lecture_citation cit
                    join policy_edition cited on cited.id = cit.edition_id
                  where
                    cit.lecture_id = _l2.id
                    and (
                      cited.status = 'WITHDRAWN'
                      or (
                        cited.status = 'PUBLISHED'
                        and cited.effective_to < $2::date
                      )
                    )
                )
                and true
              )
            order by
              _l2."listed_at" desc,
              _l2."id" desc
            limit $10::int
          ) _l2
      ),
      'null'
    ) || ',' || (
      select count(*)::text
      from policy_lecture _l2
      where
        (
          (
            (
              _l2.created_by_id = $6::uuid
              and exists (
                select 1
                from staff_assignment own
                where
                  own.staff_id = $6::uuid
                  and own.ended_at is null
                  and own.valid_from <= $2::date
                  and (
                    own.valid_to is null
                    or own.valid_to >= $2::date
                  )
                  and (
                    own.school_id = _l2.school_id
                    or (
                      _l2.school_id is null
                      and coalesce(_l2.district_id, own.district_id) = own.district_id
                    )
                  )
              )
            )
            or (
              _l2.status = 'PUBLISHED'
              and (
                _l2.is_public
                or exists (
                  select 1
                  from audience_target t
                  where
                    t.audience_id = _l2.audience_id
                    and t.key = any ($3::text[])
                )
                or _l2.school_id = any ($4::uuid[])
                or (
                  _l2.school_id is null
                  and (
                    _l2.district_id is null
                    or _l2.district_id = any ($5::uuid[])
                  )
                )
              )
            )
          )
          and exists (
            select 1
            from
              lecture_citation cit
              join policy_edition cited on cited.id = cit.edition_id
            where
              cit.lecture_id = _l2.id
              and (
                cited.status = 'WITHDRAWN'
                or (
                  cited.status = 'PUBLISHED'
                  and cited.effective_to < $2::date
                )
              )
          )
          and true
        )
    ) || ']' || ']'
  end;
